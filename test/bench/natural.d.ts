// The part of natural that a benchmark uses: its own types do not compile under this project's settings.
declare module "natural/lib/natural/classifiers/index.js" {
  export class BayesClassifier {
    addDocument(words: string[], label: string): void;
    train(): void;
    classify(words: string[]): string;
  }
}

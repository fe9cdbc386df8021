-- Recipients are written once and read once or twice: packing them costs more than the disk that it saves.
ALTER TABLE "broadcast_pages" ALTER COLUMN "recipients" SET STORAGE EXTERNAL;

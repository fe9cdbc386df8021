# The same two steps as on any machine: npm install, npm start.
FROM node:24-bookworm-slim
WORKDIR /app
# The third says that puppeteer is not to download a browser.
COPY package.json package-lock.json .puppeteerrc.cjs ./
# PDFs, pictures and the database's client come with npm; WhatsApp Web would want a chromium besides:
#   RUN apt-get update && apt-get install -y --no-install-recommends chromium && rm -rf /var/lib/apt/lists/*
RUN npm install --omit=dev && npm cache clean --force
COPY . .
# What students write is learnt here, once, not at every start.
RUN node prisma/generate.ts && node conversations/understanding/command.ts < /dev/null && mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
# npm would not hand signals on; this is what npm start runs.
CMD ["node", "bot/main.ts"]

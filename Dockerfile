# One image, three commands: the api (default), the dispatcher and the cli (`migrate`, `rotate-keys`).

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY apps apps
COPY libs libs
COPY migrations migrations
RUN npm run build
# The optional dependencies are PostgreSQL itself, which only `npm start` and the tests run.
RUN npm prune --omit=dev --omit=optional

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 3000 3001
STOPSIGNAL SIGTERM
CMD ["node", "dist/apps/api/src/main.js"]

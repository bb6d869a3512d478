# One image, three commands: the api (default), the dispatcher and the cli (`migrate`, `rotate-keys`).

# The digest is what is built on, the tag says what it was. A newer one, with the fixes of Debian and Node since, is shown by
# `docker buildx imagetools inspect node:22-bookworm-slim`.
ARG BASE=node:22-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c

FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package's own script runs: the build needs none of them.
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY apps apps
COPY libs libs
COPY migrations migrations
RUN npm run build
# The optional dependencies are PostgreSQL itself, which only `npm start` and the tests run.
RUN npm prune --ignore-scripts --omit=dev --omit=optional

FROM ${BASE}
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 3000 3001
STOPSIGNAL SIGTERM
CMD ["node", "dist/apps/api/src/main.js"]

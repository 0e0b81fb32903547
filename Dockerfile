# cx-audit with Debian's Chromium, run by a user who is not root, in the browser's own sandbox:
#
#   docker build -t cx-audit .                           # --build-arg LOCK=extras: with the extras notify and fleet
#   docker run --rm --init --cap-add SYS_ADMIN --shm-size 1g -v "$PWD:/audit" cx-audit gate https://shop.example --budget budget.toml
#
# SYS_ADMIN is what the sandbox needs to make its namespaces; a seccomp profile that allows clone and unshare does it too.

FROM python:3.12-slim-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends npm \
    && rm -rf /var/lib/apt/lists/*
COPY . /source
ARG LOCK=run
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_DEPS=1
# Nothing comes in, to build or to run, that has not the hash of its lock.
RUN python -m venv /opt/build \
    && /opt/build/bin/pip install --require-hashes -r /source/requirements/build.lock \
    && /opt/build/bin/pip wheel --no-build-isolation -w /wheels --require-hashes -r "/source/requirements/$LOCK.lock" \
    && /opt/build/bin/pip wheel --no-build-isolation -w /wheels /source \
    && python -m venv /opt/cx-audit \
    && /opt/cx-audit/bin/pip install --no-index /wheels/*.whl

FROM python:3.12-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends chromium chromium-sandbox fonts-liberation fonts-noto-color-emoji \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 1000 auditor \
    && install -d -o auditor /audit
COPY --from=build /opt/cx-audit /opt/cx-audit
ENV PATH=/opt/cx-audit/bin:$PATH \
    CX_AUDIT_BROWSER=/usr/bin/chromium
USER auditor
WORKDIR /audit
ENTRYPOINT ["cx-audit"]
CMD ["--help"]

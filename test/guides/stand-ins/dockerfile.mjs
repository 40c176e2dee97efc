// The instructions of a Dockerfile, as far as ours uses them; an instruction that is not known is an error, not passed over.

export function readDockerfile(text) {
  const stages = [];
  for (const line of text.replace(/\\\n/g, ' ').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, instruction, rest] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (instruction === 'FROM') {
      const [base, , name] = rest.split(' ');
      stages.push({ base, name, copies: [], runs: [], env: {}, command: [], volumes: [], ports: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (instruction === 'WORKDIR') stage.workdir = rest;
    else if (instruction === 'ENV') for (const [, name, value] of rest.matchAll(/(\w+)=("[^"]*"|\S+)/g)) stage.env[name] = value;
    else if (instruction === 'COPY') {
      const words = rest.split(' ');
      const from = words[0].startsWith('--from=') ? words.shift().slice(7) : undefined;
      stage.copies.push({ from, sources: words.slice(0, -1), to: words.at(-1) });
    } else if (instruction === 'RUN') stage.runs.push(rest);
    else if (instruction === 'USER') stage.user = rest;
    else if (instruction === 'CMD') stage.command = JSON.parse(rest);
    else if (instruction === 'HEALTHCHECK') stage.health = JSON.parse(rest.slice(rest.indexOf('[')));
    else if (instruction === 'VOLUME') stage.volumes.push(rest);
    else if (instruction === 'EXPOSE') stage.ports.push(rest);
    else throw new Error(`Dockerfile: ${line}`);
  }
  return { stages };
}

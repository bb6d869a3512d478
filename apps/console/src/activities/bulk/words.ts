import { counted, inLanguages } from '../../i18n';

const count = counted('en');
const cuenta = counted('es');

const one = (n: number) => count(n, 'activity', 'activities');

export const words = inLanguages(
  {
    title: {
      redrive: 'Redrive failed activities',
      cancel: 'Cancel waiting activities',
      'retry-resolution': 'Find the targets of unresolved activities again',
    },
    what: 'What',
    how: 'How',
    check: 'Check',
    matched: {
      redrive: (n: number) => `${count(n, 'failed activity matches', 'failed activities match')}.`,
      cancel: (n: number) => `${count(n, 'waiting activity matches', 'waiting activities match')}.`,
      'retry-resolution': (n: number) => `${count(n, 'unresolved activity matches', 'unresolved activities match')}.`,
    },
    nothing: 'Nothing to do: no activity matches.',
    unusable: (filters: string) =>
      `Not by ${filters}: it would take more than the list shows. Remove that filter from the list first.`,
    refused: (n: number) => `${count(n, 'was', 'were')} refused; sent again they will most likely be refused again.`,
    noAccount: (n: number, channels: string) =>
      `${n.toLocaleString('en')} found no account to be sent by; those on ${channels} fail again, which has none still.`,
    leaveOut: 'Leave them out',
    onlyTogether: 'only together with all',
    repeated: (n: number) => `${count(n, 'was', 'were')} repeated before and ${n === 1 ? 'is' : 'are'} left out.`,
    includeRepeated: 'Repeat those as well',
    pace: 'Pace',
    allNow: 'All at once',
    spread: 'Spread over time',
    perSecond: 'Activities a second',
    troubled: {
      DOWN: (account: string, channel: string) =>
        `${channel} goes by ${account}, which is down now: what is sent waits until it answers.`,
      MISCONFIGURED: (account: string, channel: string) =>
        `${channel} goes by ${account}, which is misconfigured: what is sent waits until that is mended.`,
      PAUSED: (account: string, channel: string) =>
        `${channel} goes by ${account}, which is paused: what is sent waits until it is resumed.`,
      DEGRADED: (account: string, channel: string) => `${channel} goes by ${account}, which fails often now.`,
    },
    ratherSpread: (rate: number) => `Rather spread them over time, such as ${rate} a second, than all at once.`,
    takes: (duration: string) => `about ${duration}`,
    start: 'Start',
    starts: { 0: 'Now', 30: 'In 30 s', 300: 'In 5 min', 3600: 'In 1 h' },
    sample: 'The newest of them',
    sampled: (shown: number, total: number) =>
      shown < total
        ? `The newest ${shown} of ${total.toLocaleString('en')}, and ${(total - shown).toLocaleString('en')} more:`
        : `${total === 1 ? 'It is this one' : `All ${total} of them`}:`,
    act: {
      redrive: (n: number) => `Redrive ${n}`,
      cancel: (n: number) => `Cancel ${n}`,
      'retry-resolution': (n: number) => `Find ${n} again`,
    },
    progress: (done: string, total: string) => `${done} of ${total}`,
    stop: 'Stop',
    done: {
      redrive: (n: number) =>
        `${count(n, 'new activity was made', 'new activities were made')} to be sent; the failed ${n === 1 ? 'one stays as it is' : 'ones stay as they are'}.`,
      cancel: (n: number) => `${one(n)} canceled.`,
      'retry-resolution': (n: number) => `${count(n, 'activity has its target', 'activities have their target')} now.`,
    },
    stopped: 'Stopped. Starting again goes on with what is left.',
    skipped: (n: number, why: string) => `${n} left out: ${why}`,
    skips: {
      IN_FLIGHT: 'being sent right now',
      INVALID_TRANSITION: 'in another status by now',
      NOT_FOUND: 'not there any more',
      REDRIVEN: 'repeated before',
    },
    undo: (seconds: number) => `Undo (${seconds} s): cancel what was not sent`,
    undone: (n: number) => `${count(n, 'copy', 'copies')} canceled before ${n === 1 ? 'it was' : 'they were'} sent.`,
    see: 'See what was redriven then',
    became: 'What became of it:',
    leaveTitle: 'Leave while it runs?',
    leaveText: 'What is done stays done. Starting again goes on with what is left.',
    leave: 'Leave',
  },
  {
    title: {
      redrive: 'Reenviar actividades fallidas',
      cancel: 'Cancelar actividades en espera',
      'retry-resolution': 'Buscar de nuevo el destinatario de las sin resolver',
    },
    what: 'Qué',
    how: 'Cómo',
    check: 'Revisar',
    matched: {
      redrive: (n) => `${cuenta(n, 'actividad fallida coincide', 'actividades fallidas coinciden')}.`,
      cancel: (n) => `${cuenta(n, 'actividad en espera coincide', 'actividades en espera coinciden')}.`,
      'retry-resolution': (n) =>
        `${cuenta(n, 'actividad sin resolver coincide', 'actividades sin resolver coinciden')}.`,
    },
    nothing: 'No hay nada que hacer: ninguna actividad coincide.',
    unusable: (filters) =>
      `No por ${filters}: tomaría más de lo que muestra la lista. Quite antes ese filtro de la lista.`,
    refused: (n) =>
      `${cuenta(n, 'fue rechazada; lo más probable es que la rechacen', 'fueron rechazadas; lo más probable es que las rechacen')} otra vez.`,
    noAccount: (n, channels) =>
      `${cuenta(n, 'no encontró', 'no encontraron')} una cuenta por la que salir; las de ${channels}, que sigue sin cuenta, fallan otra vez.`,
    leaveOut: 'Dejarlas fuera',
    onlyTogether: 'solo junto con todas',
    repeated: (n) => `${cuenta(n, 'ya se reenvió y queda', 'ya se reenviaron y quedan')} fuera.`,
    includeRepeated: 'Reenviar esas también',
    pace: 'Ritmo',
    allNow: 'Todas a la vez',
    spread: 'Repartidas en el tiempo',
    perSecond: 'Actividades por segundo',
    troubled: {
      DOWN: (account, channel) =>
        `${channel} sale por ${account}, que está caída: lo que se envía espera hasta que responda.`,
      MISCONFIGURED: (account, channel) =>
        `${channel} sale por ${account}, que está mal configurada: lo que se envía espera hasta que se corrija.`,
      PAUSED: (account, channel) =>
        `${channel} sale por ${account}, que está en pausa: lo que se envía espera hasta que se reanude.`,
      DEGRADED: (account, channel) => `${channel} sale por ${account}, que ahora falla a menudo.`,
    },
    ratherSpread: (rate) => `Mejor repartidas en el tiempo, por ejemplo ${rate} por segundo, que todas a la vez.`,
    takes: (duration) => `unos ${duration}`,
    start: 'Inicio',
    starts: { 0: 'Ahora', 30: 'En 30 s', 300: 'En 5 min', 3600: 'En 1 h' },
    sample: 'Las más nuevas',
    sampled: (shown, total) =>
      shown < total
        ? `Las ${shown} más nuevas de ${total.toLocaleString('es')}, y ${(total - shown).toLocaleString('es')} más:`
        : `${total === 1 ? 'Es esta' : `Las ${total}`}:`,
    act: {
      redrive: (n) => `Reenviar ${n}`,
      cancel: (n) => `Cancelar ${n}`,
      'retry-resolution': (n) => `Buscar ${n} de nuevo`,
    },
    progress: (done, total) => `${done} de ${total}`,
    stop: 'Detener',
    done: {
      redrive: (n) =>
        `${n === 1 ? 'Se creó' : 'Se crearon'} ${cuenta(n, 'actividad nueva', 'actividades nuevas')} para enviar; ${n === 1 ? 'la fallida queda como está' : 'las fallidas quedan como están'}.`,
      cancel: (n) => `${cuenta(n, 'actividad cancelada', 'actividades canceladas')}.`,
      'retry-resolution': (n) => `${cuenta(n, 'actividad ya tiene', 'actividades ya tienen')} destinatario.`,
    },
    stopped: 'Detenido. Si empieza otra vez, sigue con lo que queda.',
    skipped: (n, why) => `${n} fuera: ${why}`,
    skips: {
      IN_FLIGHT: 'se están enviando ahora mismo',
      INVALID_TRANSITION: 'ya en otro estado',
      NOT_FOUND: 'ya no existen',
      REDRIVEN: 'ya se reenviaron',
    },
    undo: (seconds) => `Deshacer (${seconds} s): cancelar lo que no se envió`,
    undone: (n) => `${cuenta(n, 'copia cancelada', 'copias canceladas')} antes del envío.`,
    see: 'Ver las nuevas',
    became: 'Qué pasó con ellas:',
    leaveTitle: '¿Salir mientras corre?',
    leaveText: 'Lo hecho queda hecho. Si empieza otra vez, sigue con lo que queda.',
    leave: 'Salir',
  },
);

import { counted, inLanguages } from '../../i18n';

const count = counted('en');
const cuenta = counted('es');

const one = (n: number) => count(n, 'activity', 'activities');
const una = (n: number) => cuenta(n, 'actividad', 'actividades');

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
    leaveOut: 'Leave them out',
    onlyTogether: 'only together with all',
    repeated: (n: number) => `${count(n, 'was', 'were')} repeated before and ${n === 1 ? 'is' : 'are'} left out.`,
    includeRepeated: 'Repeat those as well',
    pace: 'Pace',
    allNow: 'All at once',
    spread: 'Spread over time',
    perSecond: 'Activities a second',
    takes: (duration: string) => `about ${duration}`,
    start: 'Start',
    starts: { 0: 'Now', 30: 'In 30 s', 300: 'In 5 min', 3600: 'In 1 h' },
    sample: 'The newest of them',
    act: {
      redrive: (n: number) => `Redrive ${n}`,
      cancel: (n: number) => `Cancel ${n}`,
      'retry-resolution': (n: number) => `Find ${n} again`,
    },
    progress: (done: string, total: string) => `${done} of ${total}`,
    stop: 'Stop',
    done: {
      redrive: (n: number) => `${one(n)} sent again.`,
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
    see: 'See them',
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
    leaveOut: 'Dejarlas fuera',
    onlyTogether: 'solo junto con todas',
    repeated: (n) => `${cuenta(n, 'ya se reenvió y queda', 'ya se reenviaron y quedan')} fuera.`,
    includeRepeated: 'Reenviar esas también',
    pace: 'Ritmo',
    allNow: 'Todas a la vez',
    spread: 'Repartidas en el tiempo',
    perSecond: 'Actividades por segundo',
    takes: (duration) => `unos ${duration}`,
    start: 'Inicio',
    starts: { 0: 'Ahora', 30: 'En 30 s', 300: 'En 5 min', 3600: 'En 1 h' },
    sample: 'Las más nuevas',
    act: {
      redrive: (n) => `Reenviar ${n}`,
      cancel: (n) => `Cancelar ${n}`,
      'retry-resolution': (n) => `Buscar ${n} de nuevo`,
    },
    progress: (done, total) => `${done} de ${total}`,
    stop: 'Detener',
    done: {
      redrive: (n) => `${una(n)} de nuevo en camino.`,
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
    see: 'Verlas',
    leaveTitle: '¿Salir mientras corre?',
    leaveText: 'Lo hecho queda hecho. Si empieza otra vez, sigue con lo que queda.',
    leave: 'Salir',
  },
);

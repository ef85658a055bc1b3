/** The editor: Decap's own texts in the board's words, and what the board adds to it. */

// ── Decap

const withdrawsSaved =
  "Esto elimina tu borrador guardado. Si estaba enviado a revisión, se retira. ¿Continuar?";

export const decap = {
  auth: {
    login: "Iniciar sesión",
    loggingIn: "Iniciando sesión…",
    loginWithGitHub: "Iniciar sesión con GitHub",
  },
  app: {
    header: { content: "Anuncios", workflow: "Mis borradores", quickAdd: "Nuevo" },
  },
  collection: {
    sidebar: { collections: "Ofertas de empleo", searchAll: "Buscar en todos los anuncios" },
    collectionTop: {
      newButton: "%{collectionLabel}",
      newButtonAriaLabel: "%{collectionLabel}",
    },
    entries: {
      loadingEntries: "Cargando anuncios…",
      cachingEntries: "Cargando anuncios…",
      noEntries: "No hay anuncios.",
      unpublishedHeader: "Borradores guardados",
    },
  },
  editor: {
    editorControlPane: { widget: { required: "Falta «%{fieldLabel}»." } },
    editor: {
      onUpdatingWithUnsavedChanges: "Guarda antes tus cambios.",
      onDeleteUnpublishedChangesWithUnsavedChanges:
        "Esto elimina tu borrador guardado y los cambios que no has guardado. ¿Continuar?",
      onDeleteUnpublishedChanges: withdrawsSaved,
      onLeavePage: "¿Salir de esta página? Tus cambios no están guardados.",
      loadingEntry: "Cargando el anuncio…",
      confirmLoadBackup:
        "Este navegador tiene cambios que no guardaste la última vez. ¿Quieres recuperarlos?",
    },
    editorInterface: { togglePreview: "Mostrar u ocultar la vista previa" },
    editorToolbar: {
      backCollection: "%{collectionLabel}",
      unsavedChanges: "Sin guardar",
      changesSaved: "Sin cambios",
      publish: "Guardar",
      publishing: "Guardando…",
      published: "Guardado",
      publishNow: "Guardar el anuncio",
      publishAndCreateNew: "Guardar y empezar otro anuncio",
      publishAndDuplicate: "Guardar y duplicar",
      deployButtonLabel: "Ver en el sitio",
      duplicate: "Duplicar",
      saving: "Guardando…",
      draft: "Borrador",
      inReview: "Enviado",
      deleteUnpublishedEntry: "Eliminar el borrador",
      deleteUnpublishedChanges: "Descartar los cambios",
      deleting: "Eliminando…",
    },
    editorWidgets: {
      markdown: { richText: "Con formato", markdown: "Markdown" },
      datetime: { now: "Hoy" },
    },
  },
  ui: {
    toast: {
      onFailToLoadEntries: "No se han podido cargar los anuncios: %{details}",
      onFailToPersist: "El anuncio no se ha guardado. %{details}",
      missingRequiredField: "Sin guardar. Rellena los campos que faltan.",
      entrySaved: "Anuncio guardado.",
      entryUpdated: "Hecho.",
      onFailToUpdateStatus: "Algo ha fallado. %{details}",
      onFailToAuth: "%{details}",
      onDeleteUnpublishedChanges: "Borrador eliminado.",
      onLoggedOut: "Tu sesión se ha cerrado. Copia lo que has escrito y vuelve a iniciar sesión.",
      onBackendDown: "GitHub tiene problemas en este momento: %{details}",
    },
  },
  workflow: {
    workflow: {
      loading: "Cargando tus borradores…",
      workflowHeading: "Mis borradores",
      newPost: "Nuevo",
      description: "Enviados a revisión: %{smart_count}",
    },
    workflowCard: {
      lastChangeNoAuthor: "",
      deleteChanges: "Descartar los cambios",
      deleteNewEntry: "Eliminar el borrador",
    },
    workflowList: {
      onDeleteEntry: withdrawsSaved,
      draftHeader: "Borradores",
      inReviewHeader: "Enviados",
      currentEntries: "%{smart_count}",
    },
  },
};

type Phrases = { readonly [name: string]: string | Phrases };

export const decapLacks: Phrases = {
  collection: {
    sidebar: { allCollections: "Todas las colecciones", searchIn: "Buscar en" },
    collectionTop: {
      viewAsList: "Ver como lista",
      viewAsGrid: "Ver como cuadrícula",
      searchResults: "Resultados de «%{searchTerm}»",
      searchResultsInCollection: "Resultados de «%{searchTerm}» en %{collection}",
      filterBy: "Filtrar por",
      groupBy: "Agrupar por",
    },
    groups: { other: "Otros", negateLabel: "No %{label}" },
  },
  editor: {
    editorControl: { field: { widgetLabel: "Campo de %{widgetLabel}" } },
    editorControlPane: {
      widget: {
        invalidPath: "«%{path}» no es una ruta válida",
        pathExists: "La ruta «%{path}» ya existe",
      },
    },
    editorInterface: { toggleScrollSync: "Sincronizar el desplazamiento" },
    editorToolbar: {
      statusInfoTooltipDraft: "Es un borrador. Envíalo a revisión cuando esté listo.",
      statusInfoTooltipInReview: "Está en revisión. Todavía puedes cambiarlo.",
    },
    editorWidgets: {
      markdown: {
        bold: "Negrita",
        italic: "Cursiva",
        strikethrough: "Tachado",
        code: "Código",
        link: "Enlace",
        linkPrompt: "Escribe la dirección del enlace",
        headings: "Encabezados",
        quote: "Cita",
        bulletedList: "Lista con viñetas",
        numberedList: "Lista numerada",
        addComponent: "Añadir componente",
        toggleMode: { rich: "Cambiar a texto con formato", markdown: "Cambiar a Markdown" },
      },
      datetime: { setToNow: "Poner la fecha de hoy en %{fieldLabel}" },
      list: { add: "Añadir %{item}", addType: "Añadir %{item}" },
      object: { expand: "Desplegar", collapse: "Plegar" },
    },
  },
  ui: { settingsDropdown: { account: "Opciones de la cuenta" } },
};

export const livePosts = {
  label: "Anuncios publicados",
  label_singular: "Publicar una oferta",
  description: "Anuncios que están en el tablón o que estarán después de la próxima compilación.",
};

export const closedPosts = {
  label: "Archivo",
  label_singular: "Anuncio cerrado",
  description: "Anuncios que ya no están en la lista.",
};

export const commitMessages = {
  create: "Añadir el anuncio «{{slug}}»",
  update: "Cambiar el anuncio «{{slug}}»",
};

// ── The problems at the top of the form

export const furtherPlaces = "Más lugares";
export const furtherPlacesHint =
  "Solo si se puede elegir entre varias oficinas. El anuncio aparece en cada una de ellas.";
export const placesToFix = "En estos lugares falta algo o hay algo incorrecto.";

export const beforeYouSave = "Antes de guardar";
export const unreadableTitle = "Este archivo no se puede leer";
export const unreadableFile =
  "El archivo de este anuncio no se puede leer, así que no puedes editarlo aquí. Corrige antes el archivo:";
export const advice =
  "Puede que el equipo de revisión te pregunte por lo siguiente. Aun así puedes guardar:";

export function fieldsToFix(count: number): string {
  return count === 1
    ? "Sin guardar. Hay un campo que corregir:"
    : `Sin guardar. Hay ${count} campos que corregir:`;
}

export function fileUnreadable(reasons: string): string {
  return `El archivo no se puede leer. ${reasons}`;
}

// ── Signing in

export const signInNote =
  "Inicia sesión en GitHub para escribir tu anuncio en el editor. Guarda tus borradores en tu propia cuenta, y nadie los revisa hasta que los envías.";
export const otherWays = "Otras formas de publicar una oferta";
export const forkNeeded =
  "Antes de empezar: tus anuncios se guardan en tu propia cuenta de GitHub, en una copia pública de los archivos de este tablón (un fork), hasta que el equipo de revisión los aprueba. GitHub crea esta copia una sola vez.";
export const makeFork = "Crear la copia y continuar";
export const cancel = "Cancelar";

// ── The status of the post that is open. What reviewers do with it is in `status.ts`

export const statusHeading = "Estado del anuncio";
export const sendForReview = "Enviar a revisión";
export const sendAgain = "Enviar de nuevo a revisión";
export const becomesPublic =
  "Lo que envías se hace público y queda en el historial del tablón incluso después de cerrar el anuncio: el texto, la dirección de correo que contiene y tu nombre de usuario de GitHub.";

export const links = {
  discussion: "Abrir la conversación",
  mine: "Mis anuncios",
  page: "Ver el anuncio",
};

export const saving = { label: "Guardando…", text: "" };
export const sending = { label: "Enviando…", text: "" };
export const notSaved = {
  label: "Sin guardar",
  text: "Rellena el formulario y pulsa «Guardar» arriba. El equipo de revisión solo ve tu anuncio cuando lo envías.",
};
export const draftSaved = {
  label: "Borrador guardado",
  text: "El equipo de revisión todavía no lo ve. Cuando tu anuncio esté listo, envíalo a revisión.",
};
export const loadingStatus = { label: "Guardado", text: "Cargando el estado desde GitHub…" };
export const statusUnknown = {
  label: "Guardado",
  text: "GitHub no muestra el estado en este momento. Puede que esté en «Mis anuncios».",
};
export const onTheBoard = {
  label: "En el tablón",
  text: "Este es el anuncio tal como está en el tablón. Haz tus cambios y pulsa «Guardar» arriba.",
};
export const listedPostChanged = {
  label: "Cambios sin guardar",
  text: "Pulsa «Guardar» arriba y envía el cambio a revisión. Hasta que se apruebe, el tablón muestra el anuncio como estaba.",
};
export const draftChanged = {
  label: "Cambios sin guardar",
  text: "Pulsa «Guardar» arriba. Después podrás enviar tu anuncio a revisión.",
};
export const sentPostChanged = {
  label: "Cambios sin guardar",
  text: "Pulsa «Guardar» arriba. El equipo de revisión verá entonces tus cambios. No hace falta que envíes el anuncio otra vez.",
};

export const youCanLeave = "Puedes salir de esta página.";
export const changeHere = "Cambia el anuncio aquí y pulsa «Guardar».";
export const backToReviewers = "Después vuelve automáticamente al equipo de revisión.";
export const checkedAgain =
  "Corrige los problemas que se indican aquí y pulsa «Guardar». Después, tu anuncio se comprueba de nuevo automáticamente.";
export const changeLater =
  "Para cambiarlo más adelante, edítalo aquí, guárdalo y envía el cambio a revisión.";
export const tryAgain =
  "Para intentarlo de nuevo, corrige el anuncio aquí, pulsa «Guardar» y envíalo otra vez.";
export const rejected = "El equipo de revisión no ha aceptado tu anuncio.";
export const seeReason = "El motivo está en la conversación.";
export const withdrawnNext = "Puedes enviarlo de nuevo.";

// ── What goes wrong with GitHub

const kept = "Lo que has escrito sigue aquí.";

export function alreadySent(by: string): string {
  return `${by} ya ha enviado a revisión un anuncio con esta empresa y este título. Si es la misma oferta, no hay nada más que hacer. Si no, aclara la diferencia en el título del puesto y guarda de nuevo.`;
}

export const somebody = "Alguien";
export const seeSent = "Ver ese anuncio";

export const changedMeanwhile = `Sin guardar, para que no se pierda nada: este anuncio ha cambiado desde que lo abriste, por el equipo de revisión o por ti en otra ventana. ${kept} Copia lo que quieras conservar, vuelve a cargar esta página para ver el cambio y haz tus cambios de nuevo.`;
export const seeChanged = "Ver qué ha cambiado";

export const forkOutdated =
  "Tu copia del tablón en GitHub no está al día, y GitHub no puede actualizarla automáticamente. Abre su página, pulsa «Sync fork» y después «Update branch», y vuelve a cargar esta página.";
export const openFork = "Abrir tu copia en GitHub";

export const forkNotReady =
  "GitHub todavía está preparando tu copia del tablón. Puede tardar unos minutos. Después, vuelve a iniciar sesión.";

export function forkRefused(answer: string): string {
  return `GitHub no te deja crear una copia del tablón, y el editor la necesita para guardar tus anuncios. GitHub dice: «${answer}».`;
}

export const forkDeclined =
  "No se ha creado nada en tu cuenta. Sin una copia, el editor no puede guardar tu anuncio, pero hay otras formas de enviarlo.";

export const notMergedHere = "Los anuncios se aprueban en su conversación en GitHub, no aquí.";
export const listCutOff =
  "GitHub solo ha listado una parte de los anuncios, así que aquí no se muestra ninguno. Abre tu anuncio desde su página en el tablón.";
export const notDeletedHere =
  "Los anuncios no se borran, se cierran. En «Mis anuncios» se explica cómo.";

export const signInEnded = `Tu sesión de GitHub se ha cerrado. ${kept} Cópialo, cierra la sesión arriba a la derecha y vuelve a iniciarla.`;

export function refusedForNow(reason: string): string {
  return `GitHub lo ha rechazado por ahora: «${reason}». ${kept} Vuelve a intentarlo en unos minutos.`;
}

export const notReached = `No se ha podido conectar con GitHub. ${kept} Vuelve a intentarlo cuando tengas conexión, o en unos minutos.`;

export function notAccepted(reason: string): string {
  return `GitHub no lo ha aceptado: «${reason}». ${kept}`;
}

export function gitHubStatus(status: number): string {
  return `estado ${status}`;
}

// ── The editor’s page around it. Links are paths.

export const pageTitle = "Publicar una oferta";

export function withoutScripts(contact: string, howToSubmit: string, git: string): string[] {
  return [
    "El editor necesita JavaScript. Actívalo para esta página y vuelve a cargarla.",
    `Sin JavaScript, puedes enviar tu anuncio por correo a <a href="mailto:${contact}">${contact}</a>: mira <a href="${howToSubmit}">qué incluir</a>. Si conoces Git, puedes <a href="${git}">enviar una pull request</a>.`,
  ];
}

export function withoutSignIn(form: string, howToSubmit: string): string[] {
  return [
    "El editor no está disponible en este tablón, porque todavía no tiene un servicio de inicio de sesión.",
    `Puedes enviar tu anuncio sin él: <a href="${form}">usa el formulario</a> o mira <a href="${howToSubmit}">cómo enviar un anuncio</a>.`,
    "¿Llevas este tablón? La opción <code>signInUrl</code> activa el editor. En tu ordenador, <code>npm start</code> muestra cómo funciona.",
  ];
}

export const untitledSubmission = "Añadir un anuncio";

export const theFile = "El archivo";

/*
 * Stands in for web.whatsapp.com: the modules that the code which whatsapp-web.js 1.34.7 injects asks for, and nothing
 * else. What it lacks it says by name, and refuses. It holds nothing that must outlive it: chats and messages are the
 * phone's (phone.ts), with which it speaks over HTTP at WORLD.
 */
(() => {
  const tell = (event) =>
    fetch(`${WORLD}/event`, { method: "POST", body: JSON.stringify(event) }).then((answer) => answer.json());
  const lacks = (what) => {
    void tell({ kind: "lacking", what });
    throw new Error(`the double lacks ${what}`);
  };
  /** An object that says what is asked of it and is not there. */
  const strict = (name, parts) =>
    new Proxy(parts, {
      get(target, key) {
        if (typeof key === "symbol" || key in target || key === "then" || key === "toJSON")
          return target[key];
        return lacks(`${name}.${key}`);
      },
    });

  class Emitter {
    #listeners = new Map();
    on(names, listener) {
      for (const name of names.split(" ")) {
        if (!this.#listeners.has(name)) this.#listeners.set(name, new Set());
        this.#listeners.get(name).add(listener);
        this.listened?.(name);
      }
      return this;
    }
    off(name, listener) {
      this.#listeners.get(name)?.delete(listener);
    }
    emit(name, ...args) {
      for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(...args);
    }
  }

  class Wid {
    constructor(written) {
      const serialized = written?._serialized ?? String(written);
      if (!/^[\w.-]+@(c\.us|lid|g\.us|broadcast|newsletter)$/.test(serialized))
        throw new Error(`wid error: ${serialized}`);
      [this.user, this.server] = serialized.split("@");
      this._serialized = serialized;
    }
    isLid() {
      return this.server === "lid";
    }
    isGroup() {
      return this.server === "g.us";
    }
    isStatus() {
      return this._serialized === "status@broadcast";
    }
    toString() {
      return this._serialized;
    }
  }

  let made = 0;
  class MsgKey {
    constructor({ from, to, id, participant, selfDir }) {
      this.fromMe = selfDir === "out";
      this.remote = this.fromMe ? to : from;
      this.id = id;
      if (participant) this.participant = participant;
      // In a group the id tells whose the message is.
      const whose = participant ? `_${participant._serialized}` : "";
      this._serialized = `${this.fromMe}_${this.remote._serialized}_${id}${whose}`;
    }
    static newId() {
      return Promise.resolve(
        `3EB0${Date.now().toString(16)}${String(++made).padStart(6, "0")}`.toUpperCase(),
      );
    }
  }

  class Model extends Emitter {
    constructor(data) {
      super();
      Object.assign(this, data);
    }
    serialize() {
      // What leaves the page must survive the way to the library.
      const { mediaData, mediaObject, mediaBlob, msgs, listened, ...data } = this;
      return JSON.parse(JSON.stringify(data));
    }
    unsafe() {
      return this;
    }
    /** What a message carries that quotes this one. */
    msgContextInfo() {
      return { quotedMsg: { type: this.type, body: this.body }, quotedStanzaID: this.id.id };
    }
    async downloadMedia() {
      this.mediaData.mediaStage = "RESOLVED";
    }
  }

  class Collection extends Emitter {
    items = new Map();
    modelClass = Model;
    get(id) {
      return this.items.get(id?._serialized ?? id);
    }
    getModelsArray() {
      return [...this.items.values()];
    }
    async getMessagesById(ids) {
      return { messages: ids.map((id) => this.get(id)).filter(Boolean) };
    }
    add(model) {
      this.items.set(model.id._serialized, model);
      this.emit("add", model);
      return model;
    }
  }

  const me = new Wid(`${NUMBER}@c.us`);
  const Msg = new Collection();
  const Chat = new Collection();
  const Contact = new Collection();
  const Cmd = Object.assign(new Emitter(), { refreshQR() {} });
  const Conn = Object.assign(new Emitter(), {
    ref: "ref-0",
    platform: "android",
    pushname: "Campus",
    serialize() {
      return { pushname: this.pushname, platform: this.platform, ref: this.ref };
    },
  });
  const Socket = Object.assign(new Emitter(), {
    state: "OPENING",
    hasSynced: false,
    listened(name) {
      // Whoever comes after the fact is told all the same, as the real page syncs after a while.
      if (name === "change:hasSynced" && this.hasSynced) setTimeout(() => this.emit("change:hasSynced"), 50);
    },
    logout: () => void tell({ kind: "logout" }),
  });
  const setState = (state) => {
    Socket.state = state;
    Socket.emit("change:state", Socket, state);
  };
  const synced = () => {
    Socket.hasSynced = true;
    Socket.emit("change:hasSynced");
  };

  /** What is written while the messages of a chat are being read. */
  const meanwhile = [];
  class ChatMessages extends Collection {
    getModelsArray() {
      for (const message of meanwhile.splice(0)) void arrive(message, true);
      return super.getModelsArray();
    }
  }

  const chatFor = (wid) => {
    const known = Chat.get(wid);
    if (known) return known;
    return Chat.add(
      Object.assign(new Model({ id: wid, t: 0, unreadCount: 0, mute: { expiration: 0 } }), {
        formattedTitle: wid.user,
        msgs: new ChatMessages(),
        ...(wid.isGroup() && {
          groupMetadata: { serialize: () => ({ participants: [] }), announce: false },
        }),
      }),
    );
  };

  const blobs = new Map();
  const hash = async (blob) =>
    btoa(
      String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer()))),
    );
  const blobOf = (data, type) =>
    new Blob([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], { type });
  const links = (text) => [...String(text ?? "").matchAll(/https?:\/\/\S+/g)].map(([href]) => ({ href }));

  class OpaqueData {
    static async createFromData(blob, type) {
      return Object.assign(new OpaqueData(), { blob, type });
    }
    url() {
      return URL.createObjectURL(this.blob);
    }
    autorelease() {}
    formData() {
      return this.blob;
    }
  }

  /** Gives a message to the phone, and waits until it has left it. */
  function addAndSendMsgToChat(chat, data) {
    const message = new Model(data);
    const added = Promise.resolve(Msg.add(message));
    const sent = (async () => {
      const record = {
        id: data.id._serialized,
        to: chat.id._serialized,
        type: data.type,
        body: data.body,
        caption: data.caption,
        filename: data.filename,
        mimetype: data.mimetype,
        quotes: data.quotedStanzaID,
        ...(data.filehash && {
          data: await window.WWebJS.arrayBufferToBase64Async(await blobs.get(data.filehash).arrayBuffer()),
        }),
      };
      const { ack } = await tell({ kind: "send", record });
      if (ack === 0) await new Promise(() => {});
      message.ack = ack;
      Msg.emit("change:ack", message, ack);
      return { messageSendResult: "OK" };
    })();
    return [added, sent];
  }

  const registration = {
    waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: { pubKey: new Uint8Array(32) } }) },
    waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey: new Uint8Array(32) } }) },
    DEVICE_PLATFORM: "web",
  };
  const modules = {
    WAWebSocketModel: { Socket },
    WAWebCmd: { Cmd },
    WAWebConnModel: { Conn },
    WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
    WAWebAltDeviceLinkingApi: {
      setPairingType() {},
      async initializeAltDeviceLinking() {},
      startAltLinkingFlow: (number) => tell({ kind: "pairing-code", number }).then(({ code }) => code),
    },
    WABase64: { encodeB64: (bytes) => btoa(String.fromCharCode(...bytes)) },
    WAWebCompanionRegClientUtils: registration,
    WAWebAdvSignatureApi: {},
    WAWebUserPrefsInfoStore: {},
    WAWebSignalStoreApi: {},
    WAWebUserPrefsMultiDevice: { getADVSecretKey: () => "adv-secret" },
    WAWebUserPrefsMeUser: { getMaybeMePnUser: () => me, getMaybeMeLidUser: () => undefined },
    WAWebCollections: { Msg, Chat, Contact, GroupMetadata: { update: async () => {} } },
    WAWebLidMigrationUtils: { toPn: () => undefined },
    WAWebSyncGatingUtils: {},
    WAWebCallCollection: null,
    WALinkify: { findLink: (text) => links(text)[0], findLinks: links },
    WAWebWidFactory: {
      createWid: (id) => new Wid(id),
      createWidFromWidLike: (id) => new Wid(id),
      asUserWidOrThrow: (wid) => wid,
    },
    WAWebFindChatAction: {
      async findOrCreateLatestChat(wid) {
        const { known } = await tell({ kind: "lookup", chat: wid._serialized });
        return known ? { chat: chatFor(wid) } : null;
      },
    },
    WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
    WAWebStreamModel: { Stream: { markAvailable() {}, markUnavailable() {} } },
    WAWebUpdateUnreadChatAction: {
      async sendSeen({ chat }) {
        chat.unreadCount = 0;
        await tell({ kind: "seen", chat: chat.id._serialized });
      },
    },
    WAWebChatStateBridge: {
      sendChatStateComposing: (wid) => tell({ kind: "typing", chat: wid._serialized }),
    },
    WAWebChatLoadMessages: { loadEarlierMsgs: async () => [] },
    WAWebLinkPreviewChatAction: { getLinkPreview: async () => null },
    WAWebSendReactionMsgAction: {
      sendReactionToMsg: (message, sign) => tell({ kind: "reaction", id: message.id._serialized, sign }),
    },
    WAWebMsgReply: { canReplyMsg: () => true },
    WAWebMsgKey: MsgKey,
    WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
    WAWebSendMsgChatAction: { addAndSendMsgToChat },
    WAWebMediaOpaqueData: OpaqueData,
    WAWebPrepRawMedia: {
      prepRawMedia: (opaque, { asDocument }) => ({
        async waitForPrep() {
          const filehash = await hash(opaque.blob);
          blobs.set(filehash, opaque.blob);
          const media = !asDocument && /^(image|video|audio)\//.exec(opaque.type);
          const data = {
            type: media ? media[1] : "document",
            isGif: false,
            mimetype: opaque.type,
            filename: opaque.blob.name,
            filehash,
            mediaBlob: opaque,
            size: opaque.blob.size,
          };
          return Object.assign(data, {
            toJSON() {
              const { mediaBlob, toJSON, set, ...rest } = this;
              return rest;
            },
            set(more) {
              Object.assign(this, more);
            },
          });
        },
      }),
    },
    WAWebMediaStorage: {
      getOrCreateMediaObject: (filehash) => ({
        filehash,
        type: "document",
        size: blobs.get(filehash).size,
        contentInfo: {},
        consolidate() {},
      }),
    },
    WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => type, castToV4: (type) => type },
    WAWebMediaDataUtils: { shouldUseMediaCache: () => false },
    WAWebMediaMmsV4Upload: {
      uploadUnencryptedMedia: () => lacks("channels"),
      uploadMedia: async ({ mediaObject: { filehash } }) => ({
        mediaEntry: {
          ...{ mmsUrl: `https://mmg.invalid/${filehash}`, directPath: `/v/${filehash}`, mediaKey: "k" },
          ...{ mediaKeyTimestamp: 0, encFilehash: filehash, uploadHash: filehash },
        },
      }),
    },
    // Hooked by the library; nothing here calls them.
    WAWebBackendJobsCommon: { mediaTypeFromProtobuf() {} },
    WAWebE2EProtoUtils: { typeAttributeFromProtobuf() {} },
    WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert() {} } },
    WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert() {} } },
    WAWebDownloadManager: {
      downloadManager: {
        async downloadAndMaybeDecrypt({ filehash }) {
          const blob = blobs.get(filehash);
          if (!blob) throw { status: 404 };
          return blob.arrayBuffer();
        },
      },
    },
  };
  window.require = (name) => {
    if (!(name in modules)) return lacks(name);
    const part = modules[name];
    // The library adds to some, and takes the prototype of others.
    return part && Object.getPrototypeOf(part) === Object.prototype && name !== "WAWebSyncGatingUtils"
      ? strict(name, part)
      : part;
  };

  /** A message of the phone's. What was unread when the page loaded is there, and is not told as new. */
  async function arrive(message, isNew) {
    const from = new Wid(message.from);
    const chat = chatFor(from);
    const participant = message.author && new Wid(message.author);
    const key = new MsgKey({ from, to: me, id: message.id, participant, selfDir: "in" });
    const data = {
      id: key,
      from,
      to: me,
      ack: 1,
      self: "in",
      isNewMsg: isNew,
      t: message.at,
      type: message.type,
    };
    Object.assign(data, { body: message.body, notifyName: from.user });
    if (participant) data.author = participant;
    if (message.quotes) Object.assign(data, { quotedMsg: {}, quotedStanzaID: message.quotes });
    if (message.data !== undefined) {
      const blob = blobOf(message.data, message.mimetype);
      const filehash = await hash(blob);
      if (!message.expired) blobs.set(filehash, blob);
      Object.assign(data, {
        ...{ mimetype: message.mimetype, filename: message.filename, caption: message.body, size: blob.size },
        ...{
          filehash,
          encFilehash: filehash,
          directPath: `/v/${filehash}`,
          mediaKey: "k",
          mediaKeyTimestamp: 0,
        },
        mediaData: { mediaStage: "INIT" },
      });
    }
    const model = new Model(data);
    chat.msgs.items.set(key._serialized, model);
    chat.unreadCount++;
    if (isNew) Msg.add(model);
    else Msg.items.set(key._serialized, model);
  }

  const commands = {
    async load({ paired: isPaired, session, unread, ref }) {
      Conn.ref = ref;
      // Where the phone is strict it lets in only a profile that holds the session that it gave.
      const paired = isPaired && (session === undefined || localStorage.getItem("session") === session);
      for (const message of unread) await arrive(message, false);
      if (!paired) return setState("UNPAIRED");
      setState("CONNECTED");
      synced();
    },
    pair({ session }) {
      if (session !== undefined) localStorage.setItem("session", session);
      setState("CONNECTED");
      synced();
    },
    qr({ ref }) {
      Conn.ref = ref;
      Conn.emit("change:ref", Conn, ref);
    },
    state: ({ state }) => setState(state),
    receive: ({ message }) => arrive(message, true),
    meanwhile: ({ message }) => meanwhile.push(message),
    /** Its writer words a message anew. */
    edit({ id, body, at }) {
      const message = Msg.getModelsArray().find((one) => one.id.id === id);
      const before = message.body;
      Object.assign(message, { body, latestEditSenderTimestampMs: at });
      Msg.emit("change:body", message, body, before);
    },
    ack({ id, ack }) {
      const message = Msg.get(id);
      message.ack = ack;
      Msg.emit("change:ack", message, ack);
    },
    reload: () => location.reload(),
    hang() {
      for (;;);
    },
    async logout() {
      localStorage.removeItem("session");
      Cmd.emit("logout");
      setTimeout(() => {
        location.href = "https://web.whatsapp.com/?post_logout=1";
      }, 100);
    },
  };
  if (!NEVER_THERE) window.Debug = { VERSION: "2.3000.0-double" };
  new EventSource(`${WORLD}/commands`).onmessage = ({ data }) => {
    const command = JSON.parse(data);
    void commands[command.kind](command);
  };
})();

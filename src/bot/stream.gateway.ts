import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { SignalsService } from '../modules/database/signals.service.js';
import { ChatSessionsService } from '../modules/conversation/chat-sessions.service.js';
import type { ConversationRow } from '../modules/conversation/session-row.js';
import { DESK_POLICY, type DeskPolicy } from '../modules/policy/desk-policy.js';
import { SETTINGS, type Settings } from '../modules/policy/settings.schema.js';
import { watermarkSchema } from './activity.schema.js';
import { DoorService } from './door.service.js';
import { isOwnOrigin } from '../modules/values/own-origin.js';
import { toActivity } from './to-activity.js';

const path = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;
/** Makes good a lost notification, ms. */
const sweepMs = 5_000;
/** A half-open socket is found within three of these, ms. */
const aliveMs = 10_000;
const mostMissed = 2;
/** Who does not read is let go before her backlog costs memory, bytes. */
const mostWaitingBytes = 1_048_576;
const largestFrame = 65_536;
const levelChanged = 4403;
const goingAway = 1012;
const farewellMs = 1_000;

/** Streams conversations: every wake-up reads the lines after the stream's own watermark, so a lost one costs seconds, never a line. */
@Injectable()
export class StreamGateway implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    perMessageDeflate: false,
  });
  private readonly streams = new Set<Stream>();
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly door: DoorService,
    private readonly sessions: ChatSessionsService,
    private readonly signals: SignalsService,
    private readonly adapter: HttpAdapterHost,
    @Inject(DESK_POLICY) private readonly policy: DeskPolicy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Takes the upgrades of the HTTP server; every other path is closed. */
  onApplicationBootstrap(): void {
    const server = this.adapter.httpAdapter.getHttpServer() as Server;
    server.on(
      'upgrade',
      (request, socket, head) => void this.upgrade(request, socket, head).catch(() => socket.destroy()),
    );
    this.signals.on('conversation', (id) => this.wake((stream) => stream.conversation.id === id));
    this.timers.push(
      setInterval(() => void this.sweep().catch(() => undefined), sweepMs),
      setInterval(() => this.checkAlive(), aliveMs),
    );
  }

  /** Before the server lets go of its connections: every page learns that it may come back, at leisure. */
  async beforeApplicationShutdown(): Promise<void> {
    this.timers.forEach((timer) => clearInterval(timer));
    this.sockets.close();
    const left = [...this.streams].map(async ({ socket }) => {
      socket.close(goingAway);
      await once(socket, 'close');
    });
    await Promise.race([Promise.allSettled(left), new Promise((late) => setTimeout(late, farewellMs).unref())]);
  }

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = URL.parse(request.url ?? '/', this.settings.publicUrl);
    const id = path.exec(url?.pathname ?? '')?.[1];
    if (url === null || id === undefined) {
      refuse(socket, 404);
      return;
    }
    const { origin } = request.headers;
    // Stock clients outside a browser send none; they pass with a valid ticket.
    if (origin !== undefined && !isOwnOrigin(origin, this.settings.publicUrl)) {
      refuse(socket, 403);
      return;
    }
    const watermark = watermarkSchema.safeParse(url.searchParams.get('watermark') ?? '');
    const row = await this.door.enterByTicket(url.searchParams.get('t') ?? '');
    if (row === null || row.publicId !== id || !watermark.success) {
      refuse(socket, 403);
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (opened) => this.open(opened, row, watermark.data));
  }

  private open(socket: WebSocket, row: ConversationRow, watermark: number): void {
    const stream: Stream = { socket, conversation: row, watermark, missed: 0, turn: Promise.resolve() };
    this.streams.add(stream);
    socket.on('close', () => this.streams.delete(stream));
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => (stream.missed = 0));
    this.push(stream);
  }

  private wake(isMeant: (stream: Stream) => boolean): void {
    for (const stream of this.streams) if (isMeant(stream)) this.push(stream);
  }

  private async sweep(): Promise<void> {
    if (this.streams.size === 0) return;
    const latest = await this.sessions.latest([...this.streams].map((stream) => stream.conversation.id));
    this.wake(({ conversation, watermark }) => {
      const now = latest.get(conversation.id);
      return now?.tokenEpoch !== conversation.tokenEpoch || now.lastSeq > watermark;
    });
  }

  private push(stream: Stream): void {
    stream.turn = stream.turn.then(() => this.send(stream)).catch(() => undefined);
  }

  private async send(stream: Stream): Promise<void> {
    const { socket, conversation } = stream;
    if (socket.readyState !== WebSocket.OPEN) return;
    const row = await this.sessions.find(conversation.publicId);
    if (row?.tokenEpoch !== conversation.tokenEpoch) {
      socket.close(levelChanged);
      return;
    }
    for (;;) {
      const lines = await this.sessions.linesAfter(row, stream.watermark);
      const last = lines.at(-1);
      if (last === undefined) return;
      stream.watermark = last.seq;
      const activities = lines.map((line) => toActivity(line, row.publicId, this.policy.collector.desk));
      socket.send(JSON.stringify({ activities, watermark: String(last.seq) }));
      if (socket.bufferedAmount > mostWaitingBytes) {
        socket.terminate();
        return;
      }
    }
  }

  /** An empty frame for stock clients, a ping for half-open sockets; two missed and it is gone. */
  private checkAlive(): void {
    for (const stream of this.streams) {
      if (stream.missed >= mostMissed) {
        stream.socket.terminate();
        continue;
      }
      stream.missed += 1;
      stream.socket.ping();
      stream.socket.send('');
    }
  }
}

type Stream = {
  readonly socket: WebSocket;
  readonly conversation: ConversationRow;
  watermark: number;
  missed: number;
  turn: Promise<void>;
};

const refuse = (socket: Duplex, status: 403 | 404): void => {
  socket.end(
    `HTTP/1.1 ${String(status)} ${status === 403 ? 'Forbidden' : 'Not Found'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
};

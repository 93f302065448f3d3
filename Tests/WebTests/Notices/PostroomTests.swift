import Access
import Foundation
import Mail
import Notices
import Store
import Synchronization
import TestSupport
import Testing
import Transfer
import Vocabulary

@testable import Web

/// Messages from what waits to the mail server, against a real one on this machine.
@Suite(.serialized)
struct PostroomTests {
    /// A Monday, ten o'clock in London.
    private static let moment = Moment(text: "2025-02-17T10:00:00Z")!
    private static let today = moment.inLondon.day
    private let keeper = TestDoorkeeper(commissioner: OrganisationCode("QWX")!)
    private let store: Store

    init() throws {
        store = try Store.inMemory()
    }

    private func room(_ server: MailServer? = nil, waiting: [Notice] = []) throws -> Postroom {
        let nobody = try #require(MailServer(host: "127.0.0.1", port: 1, security: .none))
        let sender = Mailbox(try #require(MailAddress("remit@wexbourne.example")), name: "Remit")
        return Postroom(
            outbox: Outbox(store), post: Post(server: server ?? nobody, sender: sender),
            root: "https://remit.example", system: "Wexbourne ICB", keeper: keeper,
            waiting: { account, _ in waiting.filter { $0.account == account.id } },
            meeting: { id, _ in
                id.description == "pccc-4"
                    ? (Self.moment.after(hours: 48), Self.moment.after(hours: 50)) : nil
            })
    }

    private func notice(_ account: String = "analyst", due days: Int?, path: String = "/rounds/d/mine") -> Notice {
        Notice(
            account: Slug(account)!, deed: "Score the options of a round",
            due: days.map { Self.today.adding(days: $0) }, path: path)
    }

    private func kinds(_ account: String = "analyst") throws -> [String] {
        try Outbox(store).items(of: Slug(account)!).map { "\($0.kind.rawValue) \($0.state.rawValue)" }
    }

    // MARK: - What is put in

    @Test func `somebody for whom something waits gets one message a week, however often it is looked`() throws {
        let room = try room(waiting: [notice(due: 5), notice(due: nil, path: "/my-interests")])
        for hours in [0, 1] { try room.look(at: Self.moment.after(hours: hours)) }
        #expect(try kinds() == ["digest waiting"])
        try room.look(at: Self.moment.after(hours: 6 * 24))
        #expect(try kinds() == ["digest waiting"])
        try room.look(at: Self.moment.after(hours: 7 * 24))
        #expect(try kinds() == ["digest waiting", "digest waiting"])
        #expect(try kinds("observer").isEmpty)
    }

    @Test func `a reminder goes out once when the day is near, and not on the day of the weekly message`() throws {
        let room = try room(waiting: [notice(due: 2)])
        try room.look(at: Self.moment)
        #expect(try kinds() == ["digest waiting"])
        for hours in [24, 25, 48] { try room.look(at: Self.moment.after(hours: hours)) }
        #expect(try kinds() == ["reminder waiting", "digest waiting"])
        // Too late to be reminded, and too early.
        let other = try self.room(waiting: [notice("observer", due: -1), notice("observer", due: 6, path: "/b")])
        for hours in [0, 24] { try other.look(at: Self.moment.after(hours: hours)) }
        #expect(try kinds("observer") == ["digest waiting"])
    }

    @Test(arguments: ["2025-02-17T06:59:00Z", "2025-02-17T19:00:00Z", "2025-02-17T03:00:00Z"])
    func `nobody is written to at night`(moment: String) throws {
        #expect(try room(waiting: [notice(due: 1)]).look(at: Moment(text: moment)!) == 0)
    }

    @Test func `who turned reminders off, or may not sign in, gets none`() throws {
        keeper.add("away", [], state: .suspended)
        keeper.add("new", [], state: .invited)
        let all = ["away", "new", "analyst"].map { notice($0, due: 1) }
        try Outbox(store).turnReminders(on: false, for: Slug("analyst")!)
        #expect(try room(waiting: all).look(at: Self.moment) == 0)
    }

    // MARK: - What is made of it

    private func made(_ item: OutboxItem, waiting: [Notice] = []) throws -> MadeMessage {
        try room(waiting: waiting).message(for: item, at: Self.moment)
    }

    private func item(_ kind: MessageKind, _ occasion: String, to account: String = "analyst") throws -> OutboxItem {
        try Outbox(store).put(kind, to: Slug(account)!, occasion: occasion, at: Self.moment)
        return try #require(try Outbox(store).items().first)
    }

    @Test func `what was done in the meantime is not told`() throws {
        let late = try item(.reminder, "/rounds/d/mine 2025-02-18")
        guard case .overtaken = try made(late) else { return #expect(Bool(false)) }
        guard case .message(let message) = try made(late, waiting: [notice(due: 1)]) else {
            return #expect(Bool(false))
        }
        #expect(message.subject == "A reminder from Remit: due on 18 February 2025")
        #expect(message.text.contains("https://remit.example/rounds/d/mine"))
        let file = String(decoding: try #require(message.calendar).bytes, as: UTF8.self)
        #expect(file.contains("DTSTART;VALUE=DATE:20250218"))
    }

    @Test func `an invitation has a link by which a newcomer sets a password, and leads to the round`() throws {
        keeper.add("new", [], state: .invited)
        keeper.held.withLock { held in
            held.book.accounts[Slug("new")!]?.seats = [
                RoundSeat(round: Slug("dental")!, member: Slug("lay-chair")!, takenOn: TestDoorkeeper.day)
            ]
        }
        let invitation = try item(.invitation, "round/dental 2025-02-17T10:00:00Z", to: "new")
        guard case .message(let message) = try made(invitation) else { return #expect(Bool(false)) }
        #expect(message.recipient.address.description == "new@wexbourne.example")
        let link = try #require(message.text.firstMatch(of: /https:\S+/)).0
        #expect(link.hasPrefix("https://remit.example/set-password?link=link-new&then="))
        #expect(link.removingPercentEncoding?.hasSuffix("&then=/rounds/dental/mine") == true)
        #expect(message.text.contains("by 24 February 2025"))
        let kept = try Outbox(store).items().map { "\($0.occasion) \($0.outcome ?? "")" }.joined()
        #expect(!kept.contains("link-new") && !kept.contains("@"))
    }

    @Test func `who can sign in is led to the meeting, with its hours and without its title`() throws {
        guard case .message(let message) = try made(try item(.invitation, "meeting/pccc-4 x")) else {
            return #expect(Bool(false))
        }
        #expect(message.text.contains("https://remit.example/meetings/pccc-4\n") && !message.text.contains("link="))
        let file = String(decoding: try #require(message.calendar).bytes, as: UTF8.self)
        #expect(file.contains("DTSTART:20250219T100000Z") && file.contains("SUMMARY:A meeting"))
    }

    @Test(arguments: ["round/dental x", "meeting/gone x", "?"])
    func `nobody is invited to what is not there`(occasion: String) throws {
        if case .message = try made(try item(.invitation, occasion)) { #expect(Bool(false), "\(occasion)") }
    }

    @Test func `an address to which no mail goes is told, not tried`() async throws {
        keeper.add("odd", [])
        keeper.held.withLock { held in
            let email = held.book.accounts[Slug("odd")!]!.email
            held.texts[email] = "ödd@wexbourne.example"
        }
        _ = try item(.digest, "2025-02-17", to: "odd")
        let room = try room(waiting: [notice("odd", due: 1)])
        try await room.send { Self.moment }
        #expect(try kinds("odd") == ["digest failed"])
    }

    // MARK: - Sending

    @Test func `an invitation is not put in twice while one waits`() throws {
        let room = try room()
        try room.invite(Slug("analyst")!, to: .account, at: Self.moment)
        #expect(throws: Refusal.self) {
            try room.invite(Slug("analyst")!, to: .account, at: Self.moment.after(hours: 1))
        }
        #expect(try kinds() == ["invitation waiting"])
    }

    @Test func `a server that is not there is tried again later`() async throws {
        let room = try room(waiting: [notice(due: 5)])
        try room.look(at: Self.moment)
        #expect(try await room.send { Self.moment } == 0)
        let item = try #require(try Outbox(store).items().first)
        #expect(item.state == .waiting && item.tries == 1 && item.nextAt > Self.moment)
        #expect(item.outcome == "the mail server could not be reached")
    }

    /// A message as the server saw it.
    private struct Seen: Decodable {
        var to: [String]
        var headers: [[String]]
        var parts: [Part]

        struct Part: Decodable {
            var type: String
            var bytes: Data
        }
    }

    @Test(.enabled(if: Peer.python != nil, "\(Peer.missing)"))
    func `what waits arrives once at a real mail server, and what it refuses is told`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let peer = try Peer("mail-server.py", ["plain", folder.path])
        defer { peer.end() }
        let server = try #require(MailServer(host: "127.0.0.1", port: Int(peer.said) ?? 0, security: .none))
        for (id, host) in [("gone", "nowhere.example"), ("busy", "busy.example")] {
            keeper.add(id, [])
            keeper.held.withLock { $0.texts[$0.book.accounts[Slug(id)!]!.email] = "\(id)@\(host)" }
        }
        let room = try room(server, waiting: ["analyst", "gone", "busy"].map { notice($0, due: 5) })
        try room.look(at: Self.moment)
        #expect(try await room.send { Self.moment } == 1)
        #expect(try await room.send { Self.moment } == 0)
        #expect(try kinds() == ["digest sent"] && kinds("gone") == ["digest failed"])
        #expect(try kinds("busy") == ["digest waiting"])
        #expect(try Outbox(store).items(of: Slug("gone")!).first?.outcome == "refused by the mail server (550)")

        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("message-") }
        #expect(files.count == 1)
        let seen = try JSONDecoder().decode(
            Seen.self, from: Data(contentsOf: folder.appendingPathComponent("message-1.json")))
        #expect(seen.to == ["analyst@wexbourne.example"])
        #expect(seen.headers.contains { $0[0] == "Subject" && $0[1] == "1 thing waits for you in Remit" })
        #expect(seen.parts.map(\.type) == ["text/plain", "text/calendar"])
        let text = String(decoding: seen.parts[0].bytes, as: UTF8.self)
        #expect(text.contains("Score the options of a round") && text.contains("https://remit.example/rounds/d/mine"))
    }
}

extension Moment {
    func after(hours: Int) -> Moment { Moment(secondsSince1970: secondsSince1970 + hours * 3_600) }
}

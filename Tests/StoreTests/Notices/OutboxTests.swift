import Foundation
import Notices
import Testing
import Vocabulary

@testable import Store

/// Messages on their way out: none is lost, none is sent twice.
struct OutboxTests {
    private static let start = Moment(text: "2026-05-12T09:00:00Z")!
    private let ada = Slug("a001")!
    private let outbox: Outbox

    init() throws {
        outbox = Outbox(try Store.inMemory())
    }

    private func state(_ id: Int) throws -> OutboxItem.State? { try outbox.items().first { $0.id == id }?.state }

    @Test func `a message is put in once for an occasion, and taken once`() throws {
        #expect(try outbox.put(.reminder, to: ada, occasion: "/rounds/dental 2026-05-14", at: Self.start))
        #expect(try !outbox.put(.reminder, to: ada, occasion: "/rounds/dental 2026-05-14", at: Self.start))
        #expect(try outbox.put(.digest, to: ada, occasion: "/rounds/dental 2026-05-14", at: Self.start))
        let first = try #require(try outbox.takeNext(at: Self.start))
        let second = try #require(try outbox.takeNext(at: Self.start))
        #expect(first.kind == .reminder && second.kind == .digest && first.token != second.token)
        #expect(try outbox.takeNext(at: Self.start.after(minutes: 99)) == nil)
    }

    @Test func `what was sent is never taken again, whatever is put in later`() throws {
        try outbox.put(.digest, to: ada, occasion: "2026-05-12", at: Self.start)
        let item = try #require(try outbox.takeNext(at: Self.start))
        try outbox.end(item, .sent, at: Self.start)
        #expect(try state(item.id) == .sent)
        #expect(try !outbox.put(.digest, to: ada, occasion: "2026-05-12", at: Self.start))
        #expect(try outbox.takeNext(at: Self.start.after(minutes: 9_999)) == nil)
        #expect(refused { try outbox.sendAgain(item.id, at: Self.start) } == "no-such-message")
    }

    @Test func `what is put off is tried again later each time, and fails in the end`() throws {
        try outbox.put(.digest, to: ada, occasion: "2026-05-12", at: Self.start)
        var (moment, waits): (Moment, [Int]) = (Self.start, [])
        for _ in 0..<20 {
            guard let item = try outbox.takeNext(at: moment) else { break }
            try outbox.end(item, .putOff("the mail server could not be reached"), at: moment)
            let after = try #require(try outbox.items().first)
            guard after.state == .waiting else { break }
            #expect(try outbox.takeNext(at: after.nextAt.adding(seconds: -1)) == nil)
            waits.append(after.nextAt.secondsSince1970 - moment.secondsSince1970)
            moment = after.nextAt
        }
        #expect(waits == OutboxLimits.waits && waits == waits.sorted())
        let failed = try #require(try outbox.items().first)
        #expect(failed.state == .failed && failed.tries == waits.count + 1)
        #expect(failed.outcome == "the mail server could not be reached; tried \(waits.count + 1) times")
        try outbox.sendAgain(failed.id, at: moment)
        #expect(try outbox.takeNext(at: moment)?.token == failed.token)
    }

    @Test func `what was being sent when the service was stopped waits for a person`() throws {
        try outbox.put(.invitation, to: ada, occasion: "account", at: Self.start)
        try outbox.put(.digest, to: ada, occasion: "2026-05-12", at: Self.start)
        let item = try #require(try outbox.takeNext(at: Self.start))
        // Started again.
        #expect(try Outbox(outbox.store).findInterrupted() == 1)
        #expect(try state(item.id) == .unsure)
        #expect(try outbox.takeNext(at: Self.start)?.kind == .digest)
        #expect(try outbox.takeNext(at: Self.start.after(minutes: 9_999)) == nil)
        try outbox.sendAgain(item.id, at: Self.start)
        #expect(try outbox.takeNext(at: Self.start)?.id == item.id)
    }

    @Test func `a message of which nothing was sent waits as before`() throws {
        try outbox.put(.digest, to: ada, occasion: "2026-05-12", at: Self.start)
        let item = try #require(try outbox.takeNext(at: Self.start))
        try outbox.end(item, .untouched, at: Self.start)
        let after = try #require(try outbox.items().first)
        #expect(after.state == .waiting && after.tries == 0)
        #expect(try outbox.takeNext(after: item.id, at: Self.start) == nil)
    }

    @Test func `no more wait for one account than a person would read`() throws {
        for number in 0..<OutboxLimits.waitingForAccount {
            #expect(try outbox.put(.reminder, to: ada, occasion: "\(number)", at: Self.start))
        }
        #expect(try !outbox.put(.reminder, to: ada, occasion: "one more", at: Self.start))
        #expect(try outbox.put(.reminder, to: Slug("a002")!, occasion: "one more", at: Self.start))
    }

    @Test func `what was sent long ago is forgotten, but not when the last weekly message went`() throws {
        for (kind, occasion) in [(MessageKind.reminder, "r"), (.digest, "1"), (.digest, "2")] {
            try outbox.put(kind, to: ada, occasion: occasion, at: Self.start)
            try outbox.end(try #require(try outbox.takeNext(at: Self.start)), .sent, at: Self.start)
        }
        try outbox.put(.reminder, to: ada, occasion: "waits", at: Self.start)
        try outbox.forgetOld(at: Self.start.adding(seconds: OutboxLimits.listed))
        #expect(try outbox.items().count == 4)
        try outbox.forgetOld(at: Self.start.adding(seconds: OutboxLimits.listed + 1))
        #expect(try outbox.items().map(\.occasion) == ["waits", "2"])
        #expect(try outbox.occasions(.digest, of: ada) == ["2": Self.start])
    }

    @Test func `reminders are wanted until they are turned off`() throws {
        #expect(try outbox.wantsReminders(ada))
        try outbox.turnReminders(on: false, for: ada)
        try outbox.turnReminders(on: false, for: ada)
        #expect(try !outbox.wantsReminders(ada) && outbox.wantsReminders(Slug("a002")!))
        try outbox.turnReminders(on: true, for: ada)
        #expect(try outbox.wantsReminders(ada))
    }

    @Test func `a backup sends nothing a second time`() throws {
        try AccessExample.with { example, folder in
            let outbox = Outbox(example.desk.store)
            try outbox.put(.digest, to: ada, occasion: "2026-05-12", at: Self.start)
            let copy = folder.appending(path: "copy.sqlite").path
            try Backup.make(of: example.desk.store, at: copy)
            #expect(try Outbox(Store.open(at: copy)).items().isEmpty)
            #expect(try outbox.items().count == 1)
        }
    }
}

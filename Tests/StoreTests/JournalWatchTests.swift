import Access
import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Store

/// Which things a line may have changed.
struct JournalWatchTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory()
        try store.perform(
            SetUpInstallation(holder: "Wexbourne", isInvented: true), by: Example.author, at: Example.moment)
    }

    private func addAccount(_ name: String) throws {
        try AccessDesk(store).perform(by: Example.author, at: Example.moment) { texts, _ in
            [
                AddAccount(
                    account: Slug(name)!, name: try texts.keep(name), email: try texts.keep("\(name)@example.org"))
            ]
        }
    }

    @Test func `a line about accounts changes neither figures nor rounds`() throws {
        let watch = JournalWatch()
        let before = try store.read { db in try watch.latest(db) }
        #expect(JournalSubject.allCases.allSatisfy { before[$0] == 1 })
        try addAccount("a001")
        let after = try store.read { db in try watch.latest(db) }
        #expect(after.head == 2 && after[.access] == 2)
        #expect(after[.figures] == 1 && after[.rounds] == 1 && after[.governance] == 1)
    }

    @Test func `what is followed line by line is what is read at once`() throws {
        let watch = JournalWatch()
        for name in ["a001", "a002", "a003"] {
            try addAccount(name)
            let followed = try store.read { db in try watch.latest(db) }
            let atOnce = try store.read { db in try JournalWatch().latest(db) }
            #expect(followed == atOnce)
        }
    }

    @Test func `an act that is not known to be about one thing alone changes everything`() {
        #expect(JournalSubject.changed(by: "importDentalMonths") == JournalSubject.allCases)
        #expect(JournalSubject.changed(by: "ofALaterRemit") == JournalSubject.allCases)
        #expect(JournalSubject.changed(by: "importDirectoryFile") == [.organisations])
        #expect(JournalSubject.changed(by: "giveScores") == [.rounds])
        #expect(JournalSubject.changed(by: "addAccount") == [.access])
        #expect(JournalSubject.changed(by: "openMeeting") == [.governance])
    }
}

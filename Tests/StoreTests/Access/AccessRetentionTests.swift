import Access
import GRDB
import Testing
import Vocabulary

@testable import Store

/// Names and addresses of accounts that were closed long ago.
struct AccessRetentionTests {
    private static let start = AccessExample.start
    private static let late = Moment(text: "2032-05-13T09:00:00Z")!

    /// With an account that had two names, and was closed.
    private func example() throws -> AccessExample {
        let example = try AccessExample.inMemory()
        try example.desk.perform(by: AccessExample.operating, at: Self.start) { texts, _ in
            [
                ChangeAccountName(account: AccessExample.analyst, name: try texts.keep("Amir Ash")),
                SuspendAccount(account: AccessExample.analyst, reason: try texts.keep("Has left")),
                CloseAccount(account: AccessExample.analyst),
            ]
        }
        return example
    }

    private func texts(_ example: AccessExample) throws -> Set<String> {
        try example.desk.store.read { db in Set(try PersonalTexts.all(db).values) }
    }

    @Test func `before its time nothing goes`() throws {
        let example = try example()
        let dayBefore = Self.late.after(minutes: -1_440)
        #expect(try example.desk.disposeOfEndedTexts(by: AccessExample.operating, at: dayBefore).isEmpty)
        #expect(try texts(example).contains("Amir Oakes"))
    }

    @Test func `every name that the account had goes, those of others stay, and the record still holds`() throws {
        let example = try example()
        let listed = try example.desk.endedTexts(on: Self.late.inLondon.day)
        #expect(listed.map(\.texts.count) == [4] && listed[0].ended.account == AccessExample.analyst)
        #expect(try example.desk.disposeOfEndedTexts(by: AccessExample.operating, at: Self.late) == listed)
        #expect(try texts(example) == ["Rosa Quillfeather", AccessExample.email])
        let faults = try example.desk.store.read { db in
            try PersonalTexts.faults(db) + AccessChecks(db).faults + [Journal.verify(db).fault].compactMap { $0 }
        }
        #expect(faults.isEmpty)
        // Once is enough.
        #expect(try example.desk.disposeOfEndedTexts(by: AccessExample.operating, at: Self.late).isEmpty)
    }
}

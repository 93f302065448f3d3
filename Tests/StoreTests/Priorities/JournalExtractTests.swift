import Digests
import Foundation
import GRDB
import Priorities
import Testing
import Vocabulary

@testable import Store

/// One round's part of a journal, checked by somebody who has nothing else.
struct JournalExtractTests {
    /// Lines of the round at 2 and from 4, others at 1, 3 and last.
    private func made() throws -> JournalExtract {
        try Scratch.with { folder in
            let example = try RoundExample(in: folder, acts: [])
            try example.perform(SetUpInstallation(holder: "Wexbourne", isInvented: true))
            try example.perform(RoundExample.opening[0])
            try example.perform(
                OpenRound(
                    round: Slug("diabetes")!, title: "Diabetes", programme: Programme(title: "Diabetes"),
                    benefit: .whole))
            for act in RoundExample.beforeResult.dropFirst().prefix(3) { try example.perform(act) }
            try example.perform(
                SeatMember(
                    round: Slug("diabetes")!, member: Member(id: Slug("secret-seat")!, role: "Lay", kind: .lay)))
            return try example.desk.extract(of: RoundExample.id)
        }
    }

    /// A line with its own digest made again, as a forger would.
    private func forged(_ line: JournalExtract.Line) -> JournalExtract.Line {
        var line = line
        line.digest = EvidenceID(
            Journal.digest(
                sequence: line.sequence, at: line.at.description, author: line.author, act: line.act,
                content: line.content, previous: line.previous.description))!
        return line
    }

    @Test func `an extract holds, says nothing of other rounds, and is the same after a trip through JSON`() throws {
        let extract = try made()
        #expect(extract.fault() == nil)
        #expect(extract.lines.map(\.sequence) == [2, 4, 5, 6] && extract.others.map(\.sequence) == [3, 7])
        #expect(extract.head.sequence == 7)
        let text = extract.json.canonical
        #expect(!text.contains("diabetes") && !text.contains("secret-seat") && !text.contains("Tester"))
        let back = try JournalExtract(
            json: JSONValue(parsing: Array(text.utf8), named: "journal.json"), named: "journal.json")
        #expect(back == extract)
        let round = try Round.replaying(
            back.acts().map { ($0.act, Example.author, $0.line.at) }, rulebook: RulesInForce.shipped.rulebook)
        #expect(round?.members.count == 1 && round?.criteria.count == 2)
    }

    @Test func `an altered line is found`() throws {
        for place in 0..<4 {
            var extract = try made()
            extract.lines[place].content = extract.lines[place].content.replacing("a", with: "e")
            #expect(extract.fault()?.contains("has been altered") == true)
        }
    }

    /// All digests after an altered line made again, through lines that are not shown too.
    private func remade(_ extract: JournalExtract) -> JournalExtract {
        var extract = extract
        var previous = extract.lines[0].previous
        for sequence in extract.lines[0].sequence...extract.head.sequence {
            if let place = extract.lines.firstIndex(where: { $0.sequence == sequence }) {
                extract.lines[place].previous = previous
                extract.lines[place] = forged(extract.lines[place])
                previous = extract.lines[place].digest
            } else if let other = extract.others.first(where: { $0.sequence == sequence }) {
                previous = EvidenceID(Journal.digest(entry: other.entry, previous: previous.description))!
            }
        }
        extract.head.digest = previous
        return extract
    }

    @Test(arguments: 0..<4)
    func `an altered line with every digest made again leads to another head`(place: Int) throws {
        let whole = try made()
        #expect(remade(whole) == whole)
        var extract = whole
        extract.lines[place].content = extract.lines[place].content.replacing(
            "\"round\":\"dental\"", with: "\"round\":\"dental\",\"roundness\":1")
        extract = remade(extract)
        #expect(extract.fault() == nil && extract.head != whole.head)
        extract.head = whole.head
        #expect(extract.fault() == "The journal’s lines do not lead to its head, line 7.")
    }

    @Test func `a line left out, hidden or put in is found`() throws {
        let whole = try made()
        var extract = whole
        extract.lines.remove(at: 1)
        #expect(extract.fault() == "Line 4 of the journal is missing.")
        extract = whole
        extract.others.removeLast()
        #expect(extract.fault() == "Line 7 of the journal is missing.")
        // Hidden behind its digest, so that the chain still holds: the acts of a round are numbered.
        extract = whole
        let hidden = extract.lines.remove(at: 1)
        extract.others.append(
            .init(
                sequence: 4,
                entry: Journal.entry(
                    sequence: 4, at: hidden.at.description, author: hidden.author, act: hidden.act,
                    content: hidden.content)))
        extract.others.sort { $0.sequence < $1.sequence }
        #expect(extract.fault()?.contains("lines of the round are left out") == true)
        extract = whole
        extract.lines.append(extract.lines[3])
        #expect(extract.fault() != nil)
        extract = whole
        extract.others[0].entry = Digest.of("another")
        #expect(extract.fault()?.contains("does not follow") == true)
        extract = whole
        extract.head.digest = Digest.of("another")
        #expect(extract.fault() == "The journal’s lines do not lead to its head, line 7.")
        extract.lines = []
        #expect(extract.fault() != nil)
    }

    @Test func `a line of another round is not taken for one of this`() throws {
        var extract = try made()
        extract.round = Slug("diabetes")!
        #expect(extract.fault()?.contains("is not an act on “diabetes”") == true)
    }

    @Test func `a round that is not there has no extract`() throws {
        let store = try Store.inMemory()
        #expect(refused { try RoundDesk(store).extract(of: Slug("none")!) } == "no-such-round")
    }
}

import Governance
import Tabular
import Testing
import Vocabulary

struct RightsSentencesTests {
    private let sentences = RightsSentences(
        names: PartyNames(
            organisations: [RightsSample.icb: "Wexbourne ICB", RightsSample.national: "NHS England"],
            committees: [RightsSample.name("pccc"): "primary care committee"]))

    private func answer(
        _ amount: Int? = nil, in book: GovernanceBook = RightsSample.book(),
        successor: FollowSuccession.Successor = RightsSample.nobody
    ) -> WhoDecides.Answer {
        WhoDecides.answer(
            .init(text: "dental contracts", day: RightsSample.day, amount: amount.map { Money(pence: $0 * 100) }),
            in: book, successor: successor)
    }

    @Test func `it is said who decides, up to how much, whom to approach, what is kept back and by what`() throws {
        let found = try #require(answer().found.first)
        #expect(
            sentences.sentences(of: found, on: RightsSample.day) == [
                "Wexbourne ICB, by its primary care committee, decides “Primary care dental contracts: award, "
                    + "variation, closure”, up to £2,000,000 for one decision.",
                "Approach: Head of primary care, contracts desk, dental@wexbourne.example.",
                "Kept back by whoever passed it on: national contract changes.",
                "It comes to Wexbourne ICB from NHS England, which holds it by statute.",
                "By s65Z5: Delegation agreement of 1 April 2023.",
            ])
    }

    @Test func `an amount above the limit is sent up`() throws {
        let found = try #require(answer(3_000_000).found.first { $0.right.id == RightsSample.delegated.id })
        let said = sentences.sentences(of: found, on: RightsSample.day)
        #expect(
            said.contains("The amount is above the limit of £2,000,000: that is for NHS England (dental-national)."))
    }

    @Test func `a body that was merged is named with its successor`() throws {
        let new = RightsSample.code("QNEW")
        let found = try #require(answer { $0 == RightsSample.icb ? [new] : [] }.found.first)
        let said = sentences.sentences(of: found, on: RightsSample.day)
        #expect(
            said.contains(
                "It was recorded for Wexbourne ICB; on 1 September 2026 its place was taken by QNEW."))
    }

    @Test func `what is contested is said to be so, with the question`() throws {
        var contested = RightsSample.delegated
        contested.id = RightsSample.name("contested")
        contested.standing = .contested
        let book = try RightsSample.book().after(
            RecordRight(right: contested, question: RightsSample.question("closures", due: "2026-10-30")))
        let found = try #require(answer(in: book).found.first { $0.right.id == contested.id })
        let said = sentences.sentences(of: found, on: RightsSample.day)
        #expect(
            said[0].hasPrefix("Who decides “Primary care dental contracts: award, variation, closure” is contested"))
        #expect(said.contains("Open question: Who decides closures? It lies with p014, due 30 October 2026."))
    }

    @Test func `nothing found is said`() {
        let empty = WhoDecides.answer(
            .init(text: "pharmacy", day: RightsSample.day), in: RightsSample.book(), successor: RightsSample.nobody)
        #expect(sentences.table(empty).rows.isEmpty && !sentences.table(empty).notes.isEmpty)
        #expect(sentences.table(answer(50_000)).rows.count == 3)
    }
}

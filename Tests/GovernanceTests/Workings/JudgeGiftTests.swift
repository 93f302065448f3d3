import Governance
import Rulebook
import TestSupport
import Testing
import Vocabulary

/// NHS England, Managing conflicts of interest in the NHS (2017): gifts £6 and £50, hospitality £25 and £75.
struct JudgeGiftTests {
    private let judge = JudgeGift(rulebook: .shipped)

    private func question(
        _ kind: Gift.Kind, pence: Int, on day: String = "2026-01-12", isSupplier: Bool = false,
        isPromotional: Bool = false, isBeyondModest: Bool = false,
        earlier: [(String, String, Int, Bool)] = []
    ) -> GiftQuestion {
        GiftQuestion(
            kind: kind, value: Money(pence: pence), offeredOn: Register.day(day), isSupplier: isSupplier,
            isPromotional: isPromotional, isBeyondModest: isBeyondModest,
            earlier: earlier.map {
                .init(
                    id: Register.slug($0.0), offeredOn: Register.day($0.1), value: Money(pence: $0.2), isDeclared: $0.3)
            })
    }

    @Test(arguments: [
        (4_999, GiftJudgement.Answer.accept), (5_000, .ask), (5_001, .acceptForOrganisation),
    ])
    func `a gift from another source: under the limit, exactly at it, over it`(
        pence: Int, answer: GiftJudgement.Answer
    ) throws {
        let judgement = try judge(question(.gift, pence: pence))
        #expect(judgement.answer == answer)
        #expect(judgement.readings.count == (answer == .ask ? 2 : 0))
        #expect(judgement.rules.contains("governance.gifts.othersLimit"))
    }

    @Test(arguments: [
        (600, true, GiftJudgement.Answer.accept), (601, true, .decline), (600, false, .decline),
    ])
    func `a supplier's gift is declined but for promotional articles up to the limit`(
        pence: Int, isPromotional: Bool, answer: GiftJudgement.Answer
    ) throws {
        #expect(
            try judge(question(.gift, pence: pence, isSupplier: true, isPromotional: isPromotional)).answer == answer)
    }

    @Test(arguments: [
        (2_499, GiftJudgement.Answer.accept), (2_500, .acceptAndDeclare), (7_500, .acceptAndDeclare),
        (7_501, .declineUnlessApproved),
    ])
    func `hospitality: under, between with both ends, over`(pence: Int, answer: GiftJudgement.Answer) throws {
        #expect(try judge(question(.hospitality, pence: pence)).answer == answer)
    }

    @Test func `cash and vouchers are declined, travel goes by what is modest, and the rest is asked`() throws {
        #expect(try judge(question(.cash, pence: 1)).answer == .decline)
        #expect(try judge(question(.voucher, pence: 500)).answer == .decline)
        #expect(try judge(question(.travel, pence: 30_000)).answer == .acceptAndDeclare)
        #expect(try judge(question(.travel, pence: 30_000, isBeyondModest: true)).answer == .declineUnlessApproved)
        #expect(try judge(question(.sponsoredEvent, pence: 100)).answer == .ask)
        #expect(try judge(question(.donation, pence: 100)).readings.count == 2)
    }

    @Test func `gifts of twelve months from one source count together, and push earlier ones over`() throws {
        let judgement = try judge(
            question(
                .gift, pence: 2_000,
                earlier: [
                    ("too-old", "2025-01-12", 4_000, false), ("told", "2025-01-13", 2_000, true),
                    ("untold", "2025-06-01", 1_500, false),
                ]))
        #expect(judgement.answer == .acceptForOrganisation)
        #expect(judgement.total == Money(pence: 5_500))
        #expect(judgement.countedWith == [Register.slug("told"), Register.slug("untold")])
        #expect(judgement.toDeclareNow == [Register.slug("untold")])
        #expect(judgement.rules.contains("governance.gifts.accumulateOver"))
    }

    @Test func `by the text of 2016 suppliers' gifts were declined whatever their value, and others' from ten pounds`()
        throws
    {
        let day = "2016-12-01"
        #expect(
            try judge(question(.gift, pence: 1, on: day, isSupplier: true, isPromotional: true)).answer == .decline)
        #expect(try judge(question(.gift, pence: 999, on: day)).answer == .accept)
        #expect(try judge(question(.gift, pence: 1_000, on: day)).answer == .decline)
        #expect(try judge(question(.hospitality, pence: 2_501, on: day)).answer == .declineUnlessApproved)
        #expect(try judge(question(.hospitality, pence: 2_499, on: day)).answer == .accept)
        #expect(try judge(question(.gift, pence: 1_000, on: "2017-06-01")).answer == .accept)
    }

    @Test func `before there was a rule, without a value, or with later ones given as earlier, it is refused`() {
        func code(_ question: GiftQuestion) -> String? {
            #expect(throws: Refusal.self) { try judge(question) }?.code
        }
        #expect(code(question(.gift, pence: 100, on: "2016-06-27")) == "no-rule")
        #expect(code(question(.gift, pence: 0)) == "no-value")
        #expect(code(question(.gift, pence: 100, earlier: [("a", "2026-01-13", 100, false)])) == "earlier-later")
        #expect(
            code(question(.gift, pence: Int.max, earlier: [("a", "2026-01-01", Int.max, false)])) == "value-too-large")
    }

    @Test func `in somebody's file only what they accepted from the same source before counts`() throws {
        let book = try Register.book(
            DeclareGift(person: Register.gp, gift: Register.gift("a", pounds: 30, on: "2025-12-01")),
            DeclareGift(
                person: Register.gp, gift: Register.gift("b", pounds: 30, on: "2025-12-02") { $0.isAccepted = false }),
            DeclareGift(
                person: Register.gp,
                gift: Register.gift("c", pounds: 30, on: "2025-12-03") { $0.sourceKey = Register.slug("source-2") }),
            DeclareGift(person: Register.gp, gift: Register.gift("d", pounds: 30, on: "2025-12-04")))
        let gp = try #require(book.people[Register.gp])
        let judgement = try judge(gp.gifts[3], in: gp)
        #expect(judgement.countedWith == [Register.slug("a")] && judgement.total == Money(pence: 6_000))
        #expect(judgement.isKept(by: gp.gifts[3]) == false)
        #expect(try judge(gp.gifts[0], in: gp).answer == .accept)
    }

    @Test func `a question reads and writes itself as JSON, with pounds in text`() throws {
        let json: JSONValue = [
            "kind": "gift", "value": "£50", "offeredOn": "2026-03-02",
            "earlier": [["id": "wine", "offeredOn": "2025-12-18", "value": "£20", "isDeclared": false]],
        ]
        let question = try json.decoded(as: GiftQuestion.self, named: "gift")
        #expect(try judge(question).answer == .acceptForOrganisation)
        #expect(try JSONValue(encoding: question).decoded(as: GiftQuestion.self, named: "gift") == question)
    }

    @Test(arguments: registerSeeds)
    func `a dearer gift is never judged more leniently, and one more earlier gift never lowers the total`(
        seed: UInt64
    ) throws {
        var numbers = SeededNumbers(seed: seed)
        let order: [GiftJudgement.Answer] = [
            .accept, .ask, .acceptAndDeclare, .acceptForOrganisation, .declineUnlessApproved, .decline,
        ]
        for _ in 0..<60 {
            let kind = [Gift.Kind.gift, .hospitality][Int.random(in: 0...1, using: &numbers)]
            let cheap = Int.random(in: 1...9_000, using: &numbers)
            let dear = cheap + Int.random(in: 0...3_000, using: &numbers)
            let earlier = [
                (
                    "a", "2025-0\(Int.random(in: 1...9, using: &numbers))-11",
                    Int.random(in: 1...4_000, using: &numbers), false
                )
            ]
            let one = try judge(question(kind, pence: cheap, earlier: earlier))
            let two = try judge(question(kind, pence: dear, earlier: earlier))
            #expect(order.firstIndex(of: one.answer)! <= order.firstIndex(of: two.answer)!)
            #expect(one.total >= (try judge(question(kind, pence: cheap)).total))
        }
    }
}

import Governance
import Testing
import Vocabulary

struct ScoreRegisterTests {
    private let best = RegisterAnswer(
        respondedOnTime: true, sentRegister: true, namesRecipients: true, namesDonors: true, givesValues: true,
        isPublic: true, isReusable: true)

    @Test func `each criterion is a point, and each lost point has its reason`() {
        #expect(ScoreRegister.score(best).total == 5)
        #expect(ScoreRegister.score(RegisterAnswer()).total == 0)
        var without = best
        without.givesValues = false
        without.namesDonors = false
        let score = ScoreRegister.score(without)
        #expect(score.total == 4)
        #expect(score.findings[2].reason == "Not every entry says who gave it, or what it was worth.")
    }

    @Test func `one's own register is scored from the book, a lost name costing its point`() throws {
        let book = try Register.book(
            Register.declare(), DeclareGift(person: Register.gp, gift: Register.gift { $0.isSourcePrivate = true }))
        func total(_ text: (Personal) -> String?) -> Int {
            ScoreRegister.score(
                ScoreRegister.answer(
                    of: book, on: Register.now.day, respondedOnTime: true, isPublic: true, isReusable: true, text: text)
            ).total
        }
        #expect(total { _ in "words" } == 5)
        #expect(total { $0 == Register.text(200) ? nil : "words" } == 5)
        #expect(total { $0 == Register.text(1) ? nil : "words" } == 4)
    }

    @Test func `a register in which nobody has said anything is none`() throws {
        let answer = ScoreRegister.answer(
            of: try Register.book(), on: Register.now.day, respondedOnTime: true, isPublic: true, isReusable: true
        ) { _ in "words" }
        #expect(!answer.sentRegister && ScoreRegister.score(answer).total == 3)
    }

    @Test func `what is left out of an answer was not so`() throws {
        let json: JSONValue = ["respondedOnTime": true, "isPublic": true]
        let answer = try json.decoded(as: RegisterAnswer.self, named: "answer")
        #expect(ScoreRegister.score(answer).total == 2)
    }
}

import Governance
import Testing
import Vocabulary

struct EnterPersonTests {
    private let empty = GovernanceBook()

    @Test func `somebody entered stands with posts, decision-making and ties`() throws {
        let gp = try #require(Register.book().people[Register.gp])
        #expect(gp.position(on: Register.known) == "Clinical lead; GP partner, Harbour Street")
        #expect(gp.decisionMaking(on: Register.known)?.why == "votes on the primary care committee")
        #expect(gp.ties(on: Register.known) == [Register.slug("household-3")])
        #expect(!gp.isKnown(on: Register.known.adding(days: -1)))
    }

    @Test func `a short name is one person's, and nobody is known before they come`() throws {
        let again = EnterPerson(person: Register.gp, name: Register.text(9), knownFrom: Register.known)
        #expect(Register.code(again, on: try Register.book()) == "person-exists")
        let later = EnterPerson(
            person: Register.gp, name: Register.text(9), knownFrom: Register.now.day.adding(days: 1))
        #expect(Register.code(later, on: empty) == "day-in-future")
    }

    @Test func `decision-making before the first day is refused, and nothing is written`() {
        let act = EnterPerson(
            person: Register.gp, name: Register.text(9), knownFrom: Register.known,
            decisionMaking: [.init(why: "votes", from: Register.day("2024-03-31"))])
        #expect(Register.code(act, on: empty) == "before-person")
    }

    @Test func `lists may be left out of what a person writes`() throws {
        let json: JSONValue = [
            "person": "p1", "name": ["digest": .text(String(repeating: "a", count: 64))], "knownFrom": "2025-01-06",
        ]
        let act = try GovernanceActs.decode(name: "enterPerson", json)
        #expect((act as? EnterPerson)?.posts == [])
        #expect(act.record.description == "person/p1")
        #expect(try GovernanceActs.decode(name: "enterPerson", act.journalled) as? EnterPerson == act as? EnterPerson)
    }
}

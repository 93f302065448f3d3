import Governance
import Testing
import Vocabulary

@testable import Pages

struct GovernanceBookNamingTests {
    private let book = GovernanceSample.book
    private let name: (Slug) -> String = { "Name of \($0)" }

    @Test func `a short name of somebody on the register is told as they are called, and no other word is changed`() {
        let said = book.naming("“gp” is still in the room, and “nobody” is not; gp and “pccc” stay.", name)
        #expect(said == "Name of gp is still in the room, and “nobody” is not; gp and “pccc” stay.")
        #expect(book.naming("Nothing is open.", name) == "Nothing is open.")
    }

    @Test func `a refusal keeps its kind and code, and tells names in its remedy too`() {
        let refusal = Refusal(.rule, code: "still-here", "“chair” is here.", remedy: "Let “gp” go on.")
        let told = book.naming(refusal, name)
        #expect(told.kind == .rule && told.code == "still-here")
        #expect(told.sentence == "Name of chair is here." && told.remedy == "Let Name of gp go on.")
    }
}

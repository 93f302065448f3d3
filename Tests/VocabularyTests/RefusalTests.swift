import Testing
import Vocabulary

struct RefusalTests {
    @Test func `every kind has an exit code of its own, from 1 to 6`() {
        #expect(Refusal.Kind.allCases.map(\.exitCode).sorted() == Array(1...6))
    }

    @Test(
        arguments: [
            (Refusal.Kind.wanting, 1), (.usage, 2), (.rule, 3), (.input, 4), (.permission, 5), (.engine, 6),
        ] as [(Refusal.Kind, Int32)])
    func `exit codes are those of the published table`(kind: Refusal.Kind, code: Int32) {
        #expect(kind.exitCode == code)
    }

    @Test func `a refusal reads with its remedy where there is one`() {
        let bare = Refusal(.rule, code: "late", "It is too late.")
        #expect(bare.description == "It is too late.")
        #expect(
            Refusal(.rule, code: "late", "It is too late.", remedy: "Wait.").description
                == "It is too late. Wait.")
        #expect(bare.remedy == nil)
    }
}

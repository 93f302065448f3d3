import Governance
import Rulebook
import TestSupport
import Testing
import Vocabulary

struct FindLateDeclarationsTests {
    private let find = FindLateDeclarations(rulebook: .shipped)

    private func late(aware: String?, declared: String) throws -> LateDeclaration? {
        let book = try Register.book(
            Register.declare {
                $0.arose = Register.day("2020-01-01")
                $0.becameAware = aware.map { Register.day($0) }
                $0.declaredOn = Register.day(declared)
            })
        return find(in: book, on: Register.now.day).first
    }

    @Test func `the twenty-eighth day is in time and the next is late`() throws {
        #expect(try late(aware: "2025-05-01", declared: "2025-05-29") == nil)
        let found = try #require(try late(aware: "2025-05-01", declared: "2025-05-30"))
        #expect(found.daysLate == 1 && found.dueBy == Register.day("2025-05-29"))
    }

    @Test func `what somebody has long been aware of counts from their first day here`() throws {
        #expect(try late(aware: "2020-01-01", declared: "2024-04-29") == nil)
        #expect(try late(aware: "2020-01-01", declared: "2024-04-30")?.countsFrom == Register.known)
    }

    @Test func `where it is not told when the person became aware, it cannot be told whether it was late`() throws {
        let found = try #require(try late(aware: nil, declared: "2026-01-01"))
        #expect(found.daysLate == nil && found.dueBy == nil)
    }

    @Test func `before there was a rule nothing was late`() {
        #expect(find.lastDay(aware: Register.day("2013-03-31")) == nil)
        #expect(find.lastDay(aware: Register.day("2013-04-01")) == Register.day("2013-04-29"))
    }

    @Test(arguments: registerSeeds)
    func `whoever declares sooner is never later`(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<20 {
            let aware = Register.known.adding(days: Int.random(in: -50...300, using: &numbers))
            let sooner = max(aware, Register.known).adding(days: Int.random(in: 0...60, using: &numbers))
            let later = sooner.adding(days: Int.random(in: 0...60, using: &numbers))
            let days = try [sooner, later].map { day in
                try late(aware: aware.description, declared: day.description)?.daysLate ?? 0
            }
            #expect(days[0] <= days[1])
            #expect(days[1] - days[0] <= later - sooner)
        }
    }
}

import Testing
import Vocabulary

@testable import CLI

/// How an answer is compared with what is expected of it.
struct ExampleToleranceTests {
    private func difference(_ tolerance: JSONValue?, _ expected: JSONValue, _ found: JSONValue) -> String? {
        ExampleTolerance(tolerance).difference(expected, found, at: "result")
    }

    @Test(arguments: [.decimal(0.01), ["abs": .decimal(0.01)]] as [JSONValue])
    func `an absolute tolerance holds to its edge and no further`(tolerance: JSONValue) {
        #expect(difference(tolerance, 10, .decimal(10.01)) == nil)
        #expect(difference(tolerance, 10, .decimal(9.99)) == nil)
        #expect(difference(tolerance, 10, .decimal(10.02)) == "result is 10.02, and 10 is expected.")
    }

    @Test func `a relative tolerance grows with what is expected`() {
        let tolerance: JSONValue = ["rel": .decimal(0.01)]
        #expect(difference(tolerance, 1_000, 1_010) == nil)
        #expect(difference(tolerance, 1_000, 1_011) != nil)
        #expect(difference(tolerance, 10, .decimal(10.5)) != nil)
        #expect(difference(tolerance, -1_000, -990) == nil)
    }

    @Test(arguments: [nil, 0, "exact", ["exact": true]] as [JSONValue?])
    func `without a tolerance a number must be the same, in whichever form`(tolerance: JSONValue?) {
        #expect(difference(tolerance, 100, .decimal(100)) == nil)
        #expect(difference(tolerance, 100, 101) == "result is 101, and 100 is expected.")
        #expect(difference(tolerance, .decimal(0.1), .decimal(0.100001)) != nil)
    }

    @Test func `a list of another length differs, and one of the same length at its first place`() {
        #expect(difference(nil, [1, 2], [1, 2, 3]) == "result has 3 values, and 2 are expected.")
        #expect(difference(nil, [1, 2, 3], [1, 4, 5]) == "result[1] is 4, and 2 is expected.")
        #expect(difference(nil, [], []) == nil)
    }

    @Test func `a key that is expected and missing differs, and one that is not expected is not compared`() {
        #expect(difference(nil, ["a": 1, "b": 2], ["a": 1]) == "result has no “b”.")
        #expect(difference(nil, ["a": 1], ["a": 1, "b": 2]) == nil)
        #expect(difference(nil, ["a": ["b": [1]]], ["a": ["b": [2]]]) == "result.a.b[0] is 2, and 1 is expected.")
    }

    @Test func `values of different kinds differ`() {
        #expect(difference(1, 1, "1") == "result is \"1\", and 1 is expected.")
        #expect(difference(1, ["a": 1], [1]) != nil)
        #expect(difference(nil, .null, .null) == nil)
        #expect(difference(nil, true, false) != nil)
    }
}

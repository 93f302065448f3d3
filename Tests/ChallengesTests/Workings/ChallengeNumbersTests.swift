import Testing

@testable import Challenges

struct ChallengeNumbersTests {
    @Test(arguments: [
        ("3", [3]), ("3,7-9", [3, 7, 8, 9]), (" 3 , 7 - 9 ", [3, 7, 8, 9]), ("5-5,5", [5]),
    ])
    func `numbers and spans are read as people write them`(text: String, numbers: [Int]) {
        #expect(ChallengeNumbers.read(text) == Set(numbers))
    }

    @Test(arguments: ["", "3,", "0", "9-3", "1-2-3", "three", "1-99999999999"])
    func `what is no such list is read as none`(text: String) {
        #expect(ChallengeNumbers.read(text) == nil)
    }
}

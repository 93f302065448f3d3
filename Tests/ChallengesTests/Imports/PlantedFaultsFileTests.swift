import Testing
import Vocabulary

@testable import Challenges

struct PlantedFaultsFileTests {
    @Test func `each fault has its row, rule and pence, and the file where the list names files`() throws {
        let named = try PlantedFaultsFile(Array("row,rule,amountPence,file\n2,CC01,105,plcm.csv\n".utf8), named: "p")
        #expect(named.faults == [.init(row: 2, rule: "CC01", pence: 105, file: "plcm.csv")])
        let bare = try PlantedFaultsFile(Array("rule,row,amountPence\nCC02,7,0\n".utf8), named: "p")
        #expect(bare.faults == [.init(row: 7, rule: "CC02", pence: 0, file: nil)])
    }

    @Test(arguments: ["row,rule\n2,CC01\n", "row,rule,amountPence\nx,CC01,1\n", "row,rule,amountPence\n2,CC01\n"])
    func `a list that is none is refused`(text: String) throws {
        let refusal = try #require(throws: Refusal.self) { try PlantedFaultsFile(Array(text.utf8), named: "p") }
        #expect(["bad-planted", "truncated"].contains(refusal.code))
    }
}

import Methods
import Testing

struct PreferenceTablesTests {
    @Test func `the tables that come with Remit are whole`() {
        let tables = PreferenceTables.shipped
        #expect(tables.pairwiseRandomIndex.count == 10 && tables.pairwiseRandomIndex[7] == 1.41)
        #expect(tables.bestWorstConsistencyIndex.count == 9 && tables.bestWorstConsistencyIndex[7] == 4.47)
        #expect(tables.largestConsistencyRatio == 0.1)
        #expect(tables.entries.allSatisfy { !$0.source.isEmpty })
    }

    @Test func `what was not read at its source says so`() {
        #expect(PreferenceTables.shipped.isVerified("pairwise.randomIndex"))
        #expect(!PreferenceTables.shipped.isVerified("bestWorst.consistencyIndex"))
        #expect(!PreferenceTables.shipped.isVerified("no.such.table"))
        #expect(PreferenceTables.shipped.values("no.such.table").isEmpty)
    }

    @Test(arguments: [
        "", "id,n,value\n", "id,n,value,source,verified\na,1,x,s,yes\n",
        "id,n,value,source,verified\na,2,1,s,yes\n",
        "id,n,value,source,verified\na,1,1,s,perhaps\n", "id,n,value,source,verified\na,1,1,s\n",
    ]) func `a file that is none is not read`(text: String) {
        #expect(PreferenceTables(csv: Array(text.utf8)) == nil)
    }
}

import Needs
import Testing
import Vocabulary

struct IndicatorDefinitionsFileTests {
    static let header =
        "id,title,what,why,numerator,denominator,source,polarity,method,per,file,figure,parts,owner,checkedBy,reviewBy\n"
    static let row = "x,X,w,y,n,d,s,neither,proportion,100,qofPrevalence,DM,17OV; 18OV,o,,2027-03-31\n"

    static func read(_ rows: String) throws(Refusal) -> [IndicatorDefinition] {
        try IndicatorDefinitionsFile.read(Array((header + rows).utf8), named: "indicators.csv")
    }

    @Test func `a definition says what it is, and that nobody has checked it`() throws {
        let definition = try #require(try Self.read(Self.row).first)
        #expect(definition.parts == ["17OV", "18OV"] && definition.checkedBy == nil && definition.per == 100)
    }

    @Test func `each fault of a file is named`() {
        let row = Self.row.replacing("neither", with: "up").replacing(",100,", with: ",0,")
            .replacing("qofPrevalence", with: "qof").replacing("proportion", with: "guess")
        do {
            _ = try Self.read(Self.row + row)
            Issue.record("a file at fault was read")
        } catch {
            #expect(error.code == "bad-definitions")
            for column in ["polarity", "per", "file", "method", "id"] { #expect(error.sentence.contains(column)) }
        }
    }

    @Test func `the indicators that come with Remit each have a file, an owner and a day of review`() throws {
        #expect(IndicatorDefinition.shipped.count >= 12)
        #expect(try IndicatorDefinition.shipped("diabetes-prevalence").figure == "DM")
        #expect(refusalCode { try IndicatorDefinition.shipped("happiness") } == "no-such-indicator")
    }
}

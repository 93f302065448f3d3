import Files
import Testing

struct PaperBytesTests {
    @Test(arguments: [
        ([UInt8]("%PDF-1.7".utf8), "pdf"), ([UInt8]("Plain words: £5.".utf8), "txt"), ([0xFF, 0xFE, 0], "bin"),
        ([], "txt"), ([0x50, 0x4B, 3, 4], "zip"),
        (ZipFile.bytes(members: [("word/document.xml", [1])]), "docx"),
        (ZipFile.bytes(members: [("xl/workbook.xml", [1])]), "xlsx"),
    ])
    func `a paper's file is named by what it holds`(bytes: [UInt8], ending: String) {
        #expect(PaperBytes(bytes).ending == ending)
        #expect((PaperBytes(bytes).text != nil) == (ending == "txt"))
    }
}

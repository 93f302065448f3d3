import Testing
import Vocabulary

@testable import Web

struct HTTPDateTests {
    /// The example of RFC 9110, section 5.6.7.
    @Test func `a moment is written as headers have it, and read back`() {
        let moment = Moment(secondsSince1970: 784_111_777)
        #expect(HTTPDate.written(moment) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.read("Sun, 06 Nov 1994 08:49:37 GMT") == moment)
    }

    @Test(arguments: [
        "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 BST", "1994-11-06T08:49:37Z", "Sun, 06 Nov 99999 08:49:37 GMT",
    ])
    func `what is no moment in that form is none`(text: String) {
        #expect(HTTPDate.read(text) == nil)
    }

    @Test func `every day of four years is read back as it was written`() {
        for number in 19_000..<20_461 {
            let moment = Moment(secondsSince1970: number * 86_400 + number % 86_400)
            #expect(HTTPDate.read(HTTPDate.written(moment)) == moment)
        }
    }
}

import Access
import HTTPTypes
import Hummingbird
import NIOCore
import Testing
import Vocabulary

@testable import Store
@testable import Web

/// Answers that are made once.
struct KeptPagesTests {
    private func key(_ address: String, session: String = "s", head: Int = 1) -> KeptPages.Key {
        KeptPages.Key(
            session: session, address: address, root: "", head: head, day: Day("2026-11-22")!)
    }

    private func answer(_ bytes: Int, _ status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, body: ResponseBody(byteBuffer: ByteBuffer(repeating: 1, count: bytes)))
    }

    @Test func `an answer is for its own session, address, day and line of the journal`() {
        let pages = KeptPages()
        pages.keep(answer(10), for: key("/"))
        #expect(pages[key("/")] != nil)
        #expect(pages[key("/?month=2024-12")] == nil)
        #expect(pages[key("/", session: "other")] == nil)
        #expect(pages[key("/", head: 2)] == nil)
    }

    @Test func `a later line lets every answer go, and none of an earlier state is kept then`() {
        let pages = KeptPages()
        pages.keep(answer(10), for: key("/a"))
        pages.keep(answer(20), for: key("/b", head: 2))
        #expect(pages[key("/a")] == nil && pages.bytes == 20)
        pages.keep(answer(10), for: key("/a"))
        #expect(pages[key("/a")] == nil && pages.bytes == 20)
    }

    @Test func `it holds no more than it may, and lets the oldest go`() {
        let pages = KeptPages(most: 80)
        for number in 1...12 { pages.keep(answer(10), for: key("/\(number)")) }
        #expect(pages.bytes == 80)
        #expect(pages[key("/4")] == nil && pages[key("/5")] != nil && pages[key("/12")] != nil)
        pages.keep(answer(11), for: key("/large"))
        #expect(pages[key("/large")] == nil)
    }

    @Test func `a refusal is not kept`() {
        let pages = KeptPages()
        pages.keep(answer(10, .notFound), for: key("/"))
        #expect(pages[key("/")] == nil && pages.bytes == 0)
    }

    @Test func `a kept page is the reader's own, and another when the record has changed`() async throws {
        let served = try Served()
        let first = try await served.ask("/", as: "manager")
        #expect(served.site.pages.bytes == first.bytes.count)
        #expect(try await served.ask("/", as: "manager").bytes == first.bytes)
        let other = try await served.ask("/", as: "observer")
        #expect(other.status == 200 && other.bytes != first.bytes)
        #expect(other.text.contains("csrf-observer") && !other.text.contains("csrf-manager"))
        try AccessDesk(served.store).perform(by: Served.author, at: Served.moment) { texts, _ in
            [AddAccount(account: Slug("a001")!, name: try texts.keep("Bo"), email: try texts.keep("bo@example.org"))]
        }
        _ = try await served.ask("/", as: "manager")
        #expect(served.site.pages.bytes < first.bytes.count + other.bytes.count, "those of the earlier line are gone")
    }

    @Test func `what is told once is told, also where the page is kept`() async throws {
        let served = try Served()
        let first = try await served.ask("/", as: "manager")
        let session = try #require(try served.keeper.session(served.keeper.token(of: "manager"), at: Served.moment))
        served.site.door.notices.keep("It is done.", for: session.id)
        #expect(try await served.ask("/", as: "manager").text.contains("It is done."))
        #expect(try await served.ask("/", as: "manager").bytes == first.bytes)
    }

    @Test func `whoever lost the right to a page is not given the kept one`() async throws {
        let served = try Served()
        #expect(try await served.ask("/", as: "manager").status == 200)
        #expect(try await !served.ask("/", as: nil).text.contains("csrf-manager"))
        #expect(try await served.ask("/", as: "provider").bytes != served.ask("/", as: "manager").bytes)
    }
}

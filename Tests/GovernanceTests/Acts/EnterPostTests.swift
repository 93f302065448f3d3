import Governance
import Testing
import Vocabulary

struct EnterPostTests {
    private func post(_ title: String, from: String = "2025-01-01", until: String? = nil) -> EnterPost {
        EnterPost(
            person: Register.lead,
            post: .init(title: title, from: Register.day(from), until: until.map { Register.day($0) }))
    }

    @Test func `a post is entered, and entered again with its last day it ends`() throws {
        let book = try Register.book(post("Trustee"), post("Trustee", until: "2025-06-30"))
        let lead = try #require(book.people[Register.lead])
        #expect(lead.posts.count == 2)
        #expect(lead.position(on: Register.day("2025-06-30")) == "Governance lead; Trustee")
        #expect(lead.position(on: Register.day("2025-07-01")) == "Governance lead")
    }

    @Test func `what stands is not overwritten, and what cannot be is refused`() throws {
        let book = try Register.book(post("Trustee"))
        #expect(Register.code(post("Trustee"), on: book) == "post-exists")
        let ended = try Register.after([post("Trustee", until: "2025-06-30")], from: book)
        #expect(Register.code(post("Trustee", until: "2025-07-31"), on: ended) == "post-ended")
        #expect(Register.code(post(" "), on: book) == "text-missing")
        #expect(Register.code(post("Clerk", until: "2024-12-31"), on: book) == "ends-before-start")
        var stranger = post("Clerk")
        stranger.person = Register.slug("nobody")
        #expect(Register.code(stranger, on: book) == "no-such-person")
    }
}

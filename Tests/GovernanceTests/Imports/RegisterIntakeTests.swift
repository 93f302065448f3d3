import Governance
import Tabular
import Testing
import Vocabulary

struct RegisterIntakeTests {
    private static let header = "Name,Position,Declared interest,Type,Direct or indirect,From,Date declared\n"

    private func rows(_ text: String) throws -> [Reading<RegisterSpreadsheetFile.Entry>.Placed] {
        let sheet = try Sheet(csv: Array((Self.header + text).utf8), named: "register.csv")
        return try RegisterSpreadsheetFile.read(sheet).values
    }

    /// The steps, and the register when they are done; texts are kept as the numbers in which they came.
    private func taken(
        _ text: String, into book: GovernanceBook = GovernanceBook(), known: [Personal: String] = [:]
    ) throws -> (intake: RegisterIntake, book: GovernanceBook, texts: [Personal: String], steps: [RegisterIntake.Step])
    {
        var intake = RegisterIntake(declaredOn: Register.day("2025-05-01"))
        var texts = known
        let steps = try intake.steps(try rows(text), in: book, known: known) { words in
            let personal = Register.text(100 + texts.count)
            texts[personal] = words
            return personal
        }
        return (intake, try Register.after(steps.map(\.act), from: book), texts, steps)
    }

    private static let two = """
        A Smith,GP,Shares in Tooth Ltd,Financial,Direct,01/04/2019,
        B Jones,Nurse,None,,,,02/05/2025
        A Smith,Chair,Trustee of a charity,Non-financial professional,Direct,01/04/2020,

        """

    @Test func `each person is entered once, with all posts, before anything is declared for them`() throws {
        let (intake, book, texts, steps) = try taken(Self.two)
        #expect(intake.entered.map(\.description) == ["p001", "p002"] && intake.kept == 3 && intake.held == 0)
        let smith = try #require(book.people[Register.slug("p001")])
        #expect(texts[smith.name] == "A Smith" && smith.posts.map(\.title) == ["GP", "Chair"])
        #expect(smith.declarations.map(\.id.description) == ["interest-1", "interest-2"])
        #expect(smith.knownFrom == Register.day("2025-05-01"))
        #expect(book.people[Register.slug("p002")]?.nilDeclarations.map(\.declaredOn) == [Register.day("2025-05-02")])
        #expect(steps.prefix(2).allSatisfy { $0.act is EnterPerson } && steps.map(\.row) == [2, 3, 2, 4, 3])
    }

    @Test func `a file taken in twice makes nothing the second time, and each row says so`() throws {
        let first = try taken(Self.two)
        let second = try taken(Self.two, into: first.book, known: first.texts)
        #expect(second.steps.isEmpty && second.intake.kept == 0 && second.intake.held == 3)
        #expect(second.intake.lines.map(\.row) == [2, 3, 4])
        #expect(second.intake.lines.allSatisfy { $0.isHeld && !$0.isNew })
    }

    @Test func `what somebody known declares besides has a short name that is free, and a new post is entered`() throws
    {
        let first = try taken(Self.two)
        let more = "A Smith,Treasurer,Director of Floss Ltd,Financial,Direct,01/05/2021,\n"
        let second = try taken(more, into: first.book, known: first.texts)
        #expect(second.intake.entered.isEmpty)
        let smith = try #require(second.book.people[Register.slug("p001")])
        #expect(smith.declarations.last?.id == Register.slug("interest-3"))
        #expect(smith.posts.map(\.title) == ["GP", "Chair", "Treasurer"])
    }

    @Test func `two people of one name are not guessed between, and the row is named`() throws {
        let first = try taken(Self.two)
        let other = EnterPerson(
            person: Register.slug("other"), name: Register.text(7), knownFrom: Register.day("2025-01-01"))
        let book = try Register.after([other], from: first.book)
        var texts = first.texts
        texts[Register.text(7)] = "A Smith"
        let refusal = try #require(throws: Refusal.self) { try taken(Self.two, into: book, known: texts) }
        #expect(refusal.code == "two-of-a-name" && refusal.sentence.hasPrefix("Row 2: several people"))
        #expect(refusal.sentence.contains("other, p001"))
    }

    @Test func `a text that may not be kept is refused with its row`() throws {
        var intake = RegisterIntake(declaredOn: Register.day("2025-05-01"))
        let rows = try rows(Self.two)
        let refusal = try #require(throws: Refusal.self) {
            _ = try intake.steps(rows, in: GovernanceBook(), known: [:]) { words throws(Refusal) in
                guard !words.hasPrefix("Trustee") else { throw Refusal(.input, code: "not-kept", "It says too much.") }
                return Register.text(1)
            }
        }
        #expect(refusal.code == "not-kept" && refusal.sentence == "Row 4: It says too much.")
    }
}

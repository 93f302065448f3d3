import HTTPTypes
import Pages
import Tabular
import Vocabulary

/// A table that programs read: where, who, and what makes it.
struct TableCall: Sendable {
    let path: String
    let entry: Entry
    let summary: String
    let parameters: [ApiCall.Parameter]
    /// Whole, before it is cut into parts; nil where there is none yet.
    let make: @Sendable (Question) throws -> Table?

    init(
        _ path: String, entry: Entry, _ summary: String, _ parameters: [ApiCall.Parameter] = [],
        _ make: @escaping @Sendable (Question) throws -> Table?
    ) {
        self.path = path
        self.entry = entry
        self.summary = summary
        self.parameters = parameters
        self.make = make
    }

    var call: ApiCall {
        let table = ApiTable.reviewed(for: path)
        return ApiCall(
            .get, path, entry: entry, summary, parameters: parameters + table.parameters, answer: .table(table)
        ) { asked in
            guard var whole = try make(asked.question) else {
                throw Refusal(.usage, code: "not-found", "There is no such table yet.")
            }
            if let (key, isDescending) = asked.question.query.sortColumn,
                let column = whole.columns.firstIndex(where: { $0.key == key && !$0.isPersonal })
            {
                whole.rows = whole.sorted(by: column, isDescending: isDescending)
            }
            let page = table.page(
                asked.given("page").flatMap { Int($0) } ?? 1,
                size: asked.given("pageSize").flatMap { Int($0) } ?? Paging.usualSize, of: whole)
            return ApiReply(content: .rows(page))
        }
    }

    // MARK: - Parameters that several take

    static let round = ApiCall.Parameter("round", .name, "the round’s short name", example: "dental-2025")
    static let meeting = ApiCall.Parameter("meeting", .name, "the meeting’s short name")
    static let committee = ApiCall.Parameter("committee", .name, "the committee’s short name")
    static let person = ApiCall.Parameter("person", .name, "the person’s short name")
    static let month: [ApiCall.Parameter] = [
        .init("year", .financialYear, "the financial year; the latest held where neither is given"),
        .init("month", .month, "the month to which the data go; the last held of the year where it is not given"),
    ]
    static let search = ApiCall.Parameter("q", .text, "words or digits that a name or number holds")
    static let on = ApiCall.Parameter("on", .day, "the day as of which it is asked; today where it is not given")
}

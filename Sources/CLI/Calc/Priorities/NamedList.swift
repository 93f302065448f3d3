import Vocabulary

/// Criteria, options or rules by name: the places in which the workings know them.
struct NamedList: Sendable {
    let names: [String]
    private let what: String

    /// - Throws: `Refusal` of an empty list, or of a name that stands twice.
    init(_ value: ShapedValue, of what: String) throws(Refusal) {
        try self.init(value.list.map(\.text), of: what)
    }

    init(_ names: [String], of what: String) throws(Refusal) {
        guard !names.isEmpty else {
            throw Refusal(.input, code: "no-names", "The list of \(what) is empty.")
        }
        if let twice = names.enumerated().first(where: { names[..<$0.offset].contains($0.element) }) {
            throw Refusal(
                .input, code: "name-twice", "Two \(what) have the name “\(twice.element)”.",
                remedy: "Give each its own name.")
        }
        self.names = names
        self.what = what
    }

    /// The same for long lists; equal names are found by one look at each.
    ///
    /// - Throws: `Refusal`: `no-names`, `area-twice`.
    init(distinct names: [String], of what: String) throws(Refusal) {
        guard !names.isEmpty else {
            throw Refusal(.input, code: "no-names", "The list of \(what) is empty.")
        }
        var seen: Set<String> = []
        if let twice = names.first(where: { !seen.insert($0).inserted }) {
            throw Refusal(
                .input, code: "area-twice", "“\(twice)” stands twice among the \(what).", remedy: "Give each once.")
        }
        self.names = names
        self.what = what
    }

    var count: Int { names.count }

    /// - Throws: `Refusal` that lists the names there are.
    func place(_ name: String) throws(Refusal) -> Int {
        if let place = names.firstIndex(of: name) { return place }
        throw Refusal(
            .input, code: "no-such-name", "“\(name)” is none of the \(what).",
            remedy: "There are: \(names.joined(separator: ", ")).")
    }

    func place(_ value: ShapedValue) throws(Refusal) -> Int { try place(value.text) }

    /// True for each name that the list holds; an absent list holds none.
    func marks(_ value: ShapedValue) throws(Refusal) -> [Bool] {
        var marks = [Bool](repeating: false, count: count)
        for name in value.present?.list ?? [] { marks[try place(name)] = true }
        return marks
    }

    /// Places as a list of names.
    func json(_ places: some Sequence<Int>) -> JSONValue { .list(places.map { .text(names[$0]) }) }

    /// The rows of a table with a column for each name.
    func rows(_ value: ShapedValue, called table: String) throws(Refusal) -> [[Double]] {
        let rows = value.list.map { $0.list.map(\.number) }
        guard let odd = rows.first(where: { $0.count != count }) else { return rows }
        throw Refusal(
            .input, code: "uneven-rows",
            "A row of \(table) has \(odd.count) numbers, and there are \(count) \(what).")
    }

    /// - Throws: `Refusal` where the list has not one number for each name.
    func numbers(_ value: ShapedValue, called list: String) throws(Refusal) -> [Double] {
        try rows([value.list.map(\.number)], called: list)
    }

    private func rows(_ rows: [[Double]], called table: String) throws(Refusal) -> [Double] {
        let numbers = rows[0]
        guard numbers.count == count else {
            throw Refusal(
                .input, code: "uneven-rows",
                "\(table) has \(numbers.count) numbers, and there are \(count) \(what).")
        }
        return numbers
    }
}

extension JSONValue {
    static func decimals(_ numbers: some Sequence<Double>) -> JSONValue {
        .list(numbers.map { .decimal($0) })
    }
    static func integers(_ numbers: some Sequence<Int>) -> JSONValue { .list(numbers.map { .integer($0) }) }
}

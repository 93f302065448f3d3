/// What a form sent: its fields' values, and its files.
struct PostedBody: Sendable {
    /// By name; several where a field was sent several times, in the order in which they came.
    private(set) var values: [String: [String]] = [:]
    private(set) var files: [String: [PostedFile]] = [:]

    init() {}

    mutating func add(_ value: String, to name: String) { values[name, default: []].append(value) }

    mutating func add(_ file: PostedFile, to name: String) { files[name, default: []].append(file) }

    /// The first value of a field, with line breaks as `\n`; nil where the field was not sent.
    func value(_ name: String) -> String? {
        values[name]?.first?.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// The first value without white space around it; empty where there is none.
    func text(_ name: String) -> String {
        var text = Substring(value(name) ?? "").drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// All values of a field: of the checkboxes that were ticked.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The file that was chosen; nil where none was.
    func file(_ name: String) -> PostedFile? { files[name]?.first }
}

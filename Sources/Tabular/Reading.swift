/// What an importer makes of a file: values with the rows they stood in, and problems; no row is lost.
public struct Reading<Value: Sendable>: Sendable {
    /// In the file's order.
    public var values: [Placed]
    public var problems: [Problem]
    /// Data rows in the file, header not counted: kept and refused together.
    public var rowsRead: Int

    public struct Placed: Sendable {
        /// As a spreadsheet numbers it; the header is row 1.
        public var row: Int
        public var value: Value

        public init(row: Int, value: Value) {
            self.row = row
            self.value = value
        }
    }

    public init(values: [Placed] = [], problems: [Problem] = [], rowsRead: Int = 0) {
        self.values = values
        self.problems = problems
        self.rowsRead = rowsRead
    }
}

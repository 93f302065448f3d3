package import Vocabulary

/// JSON documents as values: whole numbers exact, every fault with its line and column.
package enum JSONFile {
    package static let depthLimit = JSONValue.depthLimit

    /// - Parameter name: the file's, for refusals.
    /// - Returns: the value; objects keep their order.
    /// - Throws: as `JSONValue.init(parsing:named:)`.
    package static func value(of bytes: [UInt8], named name: String) throws(Refusal) -> JSONValue {
        try JSONValue(parsing: bytes, named: name)
    }
}

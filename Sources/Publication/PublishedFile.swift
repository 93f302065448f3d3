/// One file of a published record: where it stands in the folder and what is in it.
public struct PublishedFile: Sendable, Equatable {
    /// The path from the folder's top, with `/` between its parts.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// How long an exchange may last, and how much may come back.
package struct TransferLimits: Hashable, Sendable {
    package var milliseconds: Int
    package var connectingMilliseconds: Int
    package var bytes: Int

    package init(milliseconds: Int, connectingMilliseconds: Int, bytes: Int) {
        precondition(milliseconds > 0 && connectingMilliseconds > 0 && bytes > 0, "limits are more than nothing")
        self.milliseconds = milliseconds
        self.connectingMilliseconds = connectingMilliseconds
        self.bytes = bytes
    }

    /// For a document of some kilobytes while a person waits: 10 seconds, 4 to connect, 256 KiB.
    package static let document = TransferLimits(
        milliseconds: 10_000, connectingMilliseconds: 4_000, bytes: 262_144)
    /// For a message to a mail server: 30 seconds, 10 to connect; the server's own words are a few kilobytes.
    package static let message = TransferLimits(
        milliseconds: 30_000, connectingMilliseconds: 10_000, bytes: 65_536)
}

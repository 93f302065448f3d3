/// What an act that takes a file in must know, and what it comes to: whether the same bytes were taken in before.
public struct HeldAlready: Hashable, Sendable {
    /// True where a file with these bytes was taken in before; then nothing changes.
    public var isHeld: Bool

    public init(isHeld: Bool) {
        self.isHeld = isHeld
    }
}

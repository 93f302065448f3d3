public import Foundation

/// The folder of real public files beside the checkout, `../shared`; nil where it is missing.
public enum SharedData {
    public static let root: URL? = {
        let checkout = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let given = ProcessInfo.processInfo.environment["REMIT_SHARED"].map { URL(fileURLWithPath: $0) }
        let candidate = given ?? checkout.deletingLastPathComponent().appendingPathComponent("shared")
        return FileManager.default.fileExists(atPath: candidate.path) ? candidate : nil
    }()

    /// True where the file is there: `@Test(.enabled(if: SharedData.has("data/…"), "the real data are not here"))`.
    public static func has(_ path: String) -> Bool {
        root.map { FileManager.default.fileExists(atPath: $0.appendingPathComponent(path).path) } ?? false
    }

    public static func url(_ path: String) -> URL {
        root!.appendingPathComponent(path)
    }

    public static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: url(path)))
    }
}

/// The root of the checkout under test.
public let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

import Foundation
import Vocabulary

/// What tells that a file was written to meanwhile, without reading it once more.
struct FileStamp: Hashable {
    let path: String
    /// In bytes.
    let size: Int
    private let changed: Date?
    private let number: Int

    /// As the file is now.
    ///
    /// - Throws: `Refusal` of kind `input`, code `unreadable`.
    init(_ path: String) throws(Refusal) {
        guard let found = try? FileManager.default.attributesOfItem(atPath: path) else {
            throw Refusal(.input, code: "unreadable", "\(path) is not there or may not be read.")
        }
        self.path = path
        size = (found[.size] as? Int) ?? 0
        changed = found[.modificationDate] as? Date
        number = (found[.systemFileNumber] as? Int) ?? 0
    }

    /// True where the file is no longer as it was, or is gone.
    var isOutdated: Bool { (try? FileStamp(path)) != self }
}

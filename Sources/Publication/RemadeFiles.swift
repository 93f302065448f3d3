import Vocabulary

/// The files of a record made again from `record.json`, and compared byte for byte with those that are there.
struct RemadeFiles {
    let record: PublishedRecord
    let held: PublishedFolder
    /// Of the Remit that checks: another one may draw pages otherwise.
    let version: String

    init(_ record: PublishedRecord, _ held: PublishedFolder, version: String) {
        self.record = record
        self.held = held
        self.version = version
    }

    func check(_ found: inout RecordVerification) {
        guard record.version == version else {
            found.notChecked.append(
                "Pages and tables were not made again: Remit \(record.version.printable) made them, and this is "
                    + "\(version). Their digests were compared.")
            return
        }
        let files: [PublishedFile]
        do {
            files = try Publication.files(for: record)
        } catch {
            found.fault(.pages, PublishedRecord.path, "The pages cannot be made again: \(error.sentence)")
            return
        }
        let before = found.faults.count
        for file in files {
            do {
                let bytes = try held.bytes(of: file.path)
                if bytes != file.bytes {
                    found.fault(
                        .pages, file.path,
                        "\(file.path) is not what \(PublishedRecord.path) gives, from \(place(bytes, file.bytes)) on.")
                }
            } catch {
                found.fault(.pages, file.path, error.sentence)
            }
        }
        let made = Set(files.map(\.path))
        for entry in held.entries where !made.contains(entry.path) {
            guard entry.kind != .folder else { continue }
            found.fault(.pages, entry.path.printable, "\(entry.path.printable) is no file of this record.")
        }
        if found.faults.count == before {
            found.checks.append(
                "Pages: \(counted(files.count, "file")) made again from \(PublishedRecord.path), byte for byte."
            )
        }
    }

    /// Where two files first differ: `line 12, byte 340`.
    private func place(_ found: [UInt8], _ made: [UInt8]) -> String {
        let same = zip(found, made).prefix { $0 == $1 }.count
        let line = found.prefix(same).count { $0 == 10 } + 1
        return "line \(line), byte \(same + 1)"
    }
}

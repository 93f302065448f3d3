import Priorities
import Store

/// A page of plain text for whoever finds the folder and has never heard of Remit.
enum HowToCheck {
    static let path = "HOW-TO-CHECK.txt"

    static func bytes(for record: PublishedRecord, _ round: Round) -> [UInt8] {
        let head = record.journal.head
        let body = round.decision?.body ?? record.holder
        let invented = record.isInvented ? "The figures are invented: this record shows how one is made.\n\n" : ""
        return Array(
            """
            \(round.title)
            The record of a decision of \(body),
            made by Remit \(record.version).

            \(invented)TO READ IT
            Open index.html in a browser. one-page.html prints on one sheet; paper.html and paper.docx are the
            committee paper; method.html says how it was worked out; tables/ has every table as CSV and JSON.

            TO CHECK IT
            Put this folder anywhere, and run

                remit verify FOLDER

            It needs nothing but the folder. It
              1. compares every file with its size and SHA-256 in manifest.json, and names each that was changed, is
                 missing or does not belong here;
              2. walks the journal's lines in record.json to the journal's head;
              3. decides every act of the round again by the rules of its own day, which lie in rules/;
              4. works out ranking, values and robustness again from the acts, and compares every figure;
              5. checks that the recommended set keeps to the money and every rule, and, where a solver is
                 installed, proves again that no other set does more good and solves every trial anew; where none
                 is, the shares of trials that fund an option are taken as published, and it says so;
              6. makes every page, paper and table again from record.json, and compares them byte for byte;
              7. compares the journal's head with the one that was published apart.

            Exit code 0: equal. 1: not equal, and where. 4: this is no record.

            THE JOURNAL'S HEAD
            The head is the last line of the journal before this publication was itself recorded:

                line \(head.sequence)
                head \(head.digest)

            Somebody who changes the record and makes every digest in it anew gets another head. So the head is worth
            something only where it comes from elsewhere: whoever decided publishes it apart, in the minutes of
            the meeting for instance, with the SHA-256 of manifest.json. Ask for it, and run

                remit verify FOLDER --head "line \(head.sequence) head … manifest …"

            or name a file that holds it. A file FOLDER.head.txt beside the folder is taken where it is there.

            WHAT IS NOT IN IT
            No names: authors are known by number, members by short name and role, and texts about persons by salted
            digests.
            Votes of the secret ballot stand in sorted order. Files that the round cites are named by SHA-256; ask their
            publishers for them.

            """.utf8)
    }
}

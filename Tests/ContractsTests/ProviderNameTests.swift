import Contracts
import TestSupport
import Testing

struct ProviderNameTests {
    @Test(arguments: [
        "MR R KUMAR", "Mr I Walsh and Mr H Tahir Sheikh", "Luke Sergeant", "Rajesh Gogna & Nikhil Gogna",
        "Stone Harrison Dean", "R. Sadler", "DR A ALSAM", "Dr. J Bloggs Dental Surgery", "Miss B Logan",
        "Jinesh Vaghela, Jiten Vaghela and K Patel",
    ])
    func `a person's name is withheld`(name: String) {
        #expect(ProviderName.mayBePersonal(name))
        #expect(ProviderName(name).shown == ProviderName.withheld)
    }

    @Test(arguments: [
        "Dental Partners (Disa) Limited", "FEARNS LIMITED", "Dr Satnam Louis Limited", "Community Dental Services CIC",
        "Kings Avenue Dental Practice", "Perfect Teeth Partnership", "Salaried Dental Service",
        "Example NHS Foundation Trust", "P B Robinson Doncaster Ltd.", "M.K. Vasant & Associates Ltd",
    ])
    func `an organisation's name is shown`(name: String) {
        #expect(!ProviderName.mayBePersonal(name))
        #expect(ProviderName(name).shown == name)
    }

    @Test func `a blank name and a number name nobody`() {
        #expect(!ProviderName.mayBePersonal(""))
        #expect(!ProviderName.mayBePersonal("1755520001"))
    }

    @Test(.enabled(if: SharedData.has(PublishedMonth.path), "the real data are not here"))
    func `no published name with a title and no company is shown`() throws {
        let names = Set(try PublishedMonth.rows().map(\.providerName))
        let withheld = names.filter(ProviderName.mayBePersonal)
        #expect(names.count > 4_000)
        #expect(withheld.count > 500 && withheld.count < names.count * 2 / 3)
        let titled = names.filter { $0.hasPrefix("MR ") || $0.hasPrefix("Mr ") || $0.hasPrefix("Dr ") }
        let shown = titled.filter { !ProviderName.mayBePersonal($0) }
        #expect(
            shown.allSatisfy { name in
                let upper = name.uppercased()
                return ["LTD", "LIMITED", "LLP", "NHS", "TRUST"].contains { upper.contains($0) }
            })
    }
}

public import ArgumentParser
public import Contracts
public import Tabular

// How contracts and the choices of acts are written on the command line.

extension ContractNumber: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { description }
}

extension Release.Kind: ExpressibleByArgument {}
extension ServiceLine: ExpressibleByArgument {}
extension AgreedOverDelivery.Settlement: ExpressibleByArgument {}
extension Problem.Effect: ExpressibleByArgument {}

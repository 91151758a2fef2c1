using System;
using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Local.Dataverse;

/// <summary>One error of the platform: its published name, its code and the form of its message.</summary>
/// <param name="Name">Name in Microsoft's list "Web service error codes".</param>
/// <param name="HResult">Code as the list prints it, 0x8004xxxx.</param>
/// <param name="Message">Message with numbered placeholders, as clients see it.</param>
internal sealed record PlatformError(string Name, uint HResult, string Message)
{
    /// <summary>The code as it stands in a fault: the same bits, signed.</summary>
    public int Code => unchecked((int)HResult);

    /// <summary>The fault to throw.</summary>
    public FaultException<OrganizationServiceFault> Fault(params object?[] arguments)
    {
        var message = arguments.Length == 0 ? Message : string.Format(CultureInfo.InvariantCulture, Message, arguments);
        var detail = new OrganizationServiceFault { ErrorCode = Code, Message = message, Timestamp = DateTime.UtcNow };
        return new FaultException<OrganizationServiceFault>(detail, new FaultReason(message));
    }
}

/// <summary>The errors of the platform that this engine raises. Codes and names: learn.microsoft.com, "Web service error codes".</summary>
internal static class PlatformErrors
{
    public static readonly PlatformError ObjectDoesNotExist = new("ObjectDoesNotExist", 0x80040217, "Entity '{0}' With Id = {1} Does Not Exist");
    /// <summary>The same code as <see cref="ObjectDoesNotExist"/>, in the wording of Update.</summary>
    public static readonly PlatformError ObjectsDoNotExist = new("ObjectDoesNotExist", 0x80040217, "{0} With Ids = {1} Do Not Exist");
    /// <summary>Of the service protection limits; clients wait as long as ErrorDetails["Retry-After"] says.</summary>
    public static readonly PlatformError TooManyRequests = new(
        "NumberOfRequestsExceeded", 0x80072322, "Number of requests exceeded the limit of {0} over the time window of {1} seconds.");
    public static readonly PlatformError TooMuchExecutionTime = new(
        "CombinedExecutionTimeExceeded", 0x80072321,
        "Combined execution time of incoming requests exceeded limit of {0:#,##0} milliseconds over time window of {1} seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.");
    public static readonly PlatformError TooManyConcurrentRequests = new(
        "ConcurrentRequestsExceeded", 0x80072326, "Number of concurrent requests exceeded the limit of {0}.");
    public static readonly PlatformError DuplicateRecord = new("DuplicateRecord", 0x80040237, "Cannot insert duplicate key.");
    public static readonly PlatformError DuplicateRecordEntityKey = new(
        "DuplicateRecordEntityKey", 0x80060892,
        "Entity Key {0} violated. A record with the same value for {1} already exists. A duplicate record cannot be created. Select one or more unique values and try again.");
    public static readonly PlatformError RecordNotFoundByEntityKey = new(
        "RecordNotFoundByEntityKey", 0x80060891, "A record with the specified key values does not exist in {0} entity");
    public static readonly PlatformError InvalidEntityKeyOperation = new(
        "EntityKeyNotDefined", 0x80060890, "The specified key attributes are not a defined key for the {0} entity");
    public static readonly PlatformError ConcurrencyVersionMismatch = new(
        "ConcurrencyVersionMismatch", 0x80060882, "The version of the existing record doesn't match the RowVersion property provided.");
    public static readonly PlatformError ConcurrencyVersionNotProvided = new(
        "ConcurrencyVersionNotProvided", 0x80060883, "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.");
    public static readonly PlatformError InvalidArgument = new("InvalidArgument", 0x80040203, "{0}");
    public static readonly PlatformError AttributeCannotBeNull = new("InvalidArgument", 0x80040203, "Attribute: {0} cannot be set to NULL");
    public static readonly PlatformError RequiredFieldMissing = new("RequiredFieldMissing", 0x80040200, "Required field '{0}' is missing");
    /// <summary>Value of another CLR type than the column takes.</summary>
    public static readonly PlatformError IncorrectAttributeValueType = new(
        "InvalidArgument", 0x80040203, "Incorrect attribute value type {0}\r\nParameter name: {1}");
    public static readonly PlatformError StringLengthTooLong = new(
        "StringLengthTooLong", 0x80044331,
        "A validation error occurred. The length of the '{0}' attribute of the '{1}' entity exceeded the maximum allowed length of '{2}'.");
    public static readonly PlatformError ValueOutOfRange = new(
        "DecimalValueOutOfRange", 0x80044330, "A validation error occurred. The value of '{0}' on record of type '{1}' is outside the valid range.");
    public static readonly PlatformError PicklistValueOutOfRange = new(
        "PicklistValueOutOfRange", 0x8004431A,
        "A validation error occurred. The value {0} of '{1}' on record of type '{2}' is outside the valid range. Accepted Values: {3}");
    public static readonly PlatformError InvalidDateTime = new(
        "InvalidDateTime", 0x80040239, "The date-time format is invalid, or value is outside the supported range.");
    public static readonly PlatformError EntityHasNoStateCode = new("EntityHasNoStateCode", 0x80047015, "Specified entity does not have a statecode.");
    public static readonly PlatformError InvalidStateCodeStatusCode = new(
        "InvalidStateCodeStatusCode", 0x80048408, "{0} is not a valid status code for state code {1} on {2} with Id {3}.");
    public static readonly PlatformError CannotDeleteDueToAssociation = new(
        "CannotDeleteDueToAssociation", 0x80040227, "The object you tried to delete is associated with another object and cannot be deleted. {0}");
    public static readonly PlatformError AccountLoopBeingCreated = new(
        "AccountLoopBeingCreated", 0x80040507, "Creating this parental association would create a loop in Accounts hierarchy.");
    public static readonly PlatformError ContactLoopBeingCreated = new(
        "ContactLoopBeingCreated", 0x8004050A, "Creating this parental association would create a loop in Contacts hierarchy.");
    public static readonly PlatformError BaseCurrencyOverflow = new(
        "BaseCurrencyOverflow", 0x80048cec,
        "The exchange rate set for the currency specified in this record has generated a value for {0} that is larger than the maximum allowed for the base currency ({1}).");
    public static readonly PlatformError BaseCurrencyCannotBeDeactivated = new("BaseCurrencyCannotBeDeactivated", 0x80048cf4, "The base currency cannot be deactivated.");
    public static readonly PlatformError ExchangeRateOfBaseCurrencyNotUpdatable = new(
        "ExchangeRateOfBaseCurrencyNotUpdatable", 0x80048cf5, "The exchange rate of the base currency cannot be modified.");
    public static readonly PlatformError BaseCurrencyNotDeletable = new("BaseCurrencyNotDeletable", 0x80048cff, "The base currency of an organization cannot be deleted.");
    public static readonly PlatformError InvalidCurrency = new("InvalidCurrency", 0x80048cfc, "The currency is invalid.");
    /// <summary>The same code as <see cref="ObjectDoesNotExist"/>, in the wording of a download.</summary>
    public static readonly PlatformError NoFileAttachment = new("ObjectDoesNotExist", 0x80040217, "No file attachment found for attribute: {0} EntityId: {1}.");
    public static readonly PlatformError UnExpected = new("UnExpected", 0x80040216, "An unexpected error occurred. {0}");

    public static readonly PlatformError QueryBuilderNoEntity = new(
        "QueryBuilderNoEntity", 0x80041102, "The entity with a name = '{0}' with namemapping = 'Logical' was not found in the MetadataCache.");
    public static readonly PlatformError QueryBuilderNoAttribute = new(
        "QueryBuilderNoAttribute", 0x80041103, "'{0}' entity doesn't contain attribute with Name = '{1}' and NameMapping = 'Logical'.");
    public static readonly PlatformError QueryBuilderNoAlias = new("QueryBuilderNoAlias", 0x8004110b, "No alias for the given entity in the condition was found. Alias = {0}");
    public static readonly PlatformError QueryBuilderInvalidAlias = new("QueryBuilderInvalid_Alias", 0x80041109, "Invalid alias for aggregate operation.");
    public static readonly PlatformError InvalidCharacterInAlias = new(
        "UnExpected", 0x80040216,
        "Invalid character specified for alias: {0}. Only characters within the ranges [A-Z], [a-z] or [0-9] or _ are allowed.  The first character may only be in the ranges [A-Z], [a-z] or _.");
    public static readonly PlatformError QueryBuilderDuplicateAlias = new("QueryBuilderDuplicateAlias", 0x80041130, "FetchXML should have unique aliases.");
    public static readonly PlatformError QueryBuilderAttributeWithAggregate = new(
        "QueryBuilderAttribute_With_Aggregate", 0x80041107, "Attributes can not be returned when aggregate operation is specified.");
    public static readonly PlatformError QueryBuilderAttributeCannotBeGroupByAndAggregate = new(
        "QueryBuilderAttributeCannotBeGroupByAndAggregate", 0x80041137, "An attribute can either be an aggregate or a Group By but not both");
    public static readonly PlatformError QueryBuilderAttributeNotAllowedForAggregateOrderBy = new(
        "QueryBuilderAttributeNotAllowedForAggregateOrderBy", 0x80041131, "An attribute cannot be specified for an order clause for an aggregate Query. Use an alias.");
    public static readonly PlatformError QueryBuilderAliasRequiredForAggregateOrderBy = new(
        "QueryBuilderAliasRequiredForAggregateOrderBy", 0x80041134, "An alias is required for an order clause for an aggregate Query.");
    public static readonly PlatformError QueryBuilderAliasNotAllowedForNonAggregateOrderBy = new(
        "QueryBuilderAliasNotAllowedForNonAggregateOrderBy", 0x80041132, "An alias cannot be specified for an order clause for a non-aggregate Query. Use an attribute.");
    public static readonly PlatformError QueryBuilderAttributeRequiredForNonAggregateOrderBy = new(
        "QueryBuilderAttributeRequiredForNonAggregateOrderBy", 0x80041133, "An attribute is required for an order clause for a non-aggregate Query.");
    public static readonly PlatformError QueryBuilderInvalidAggregateAttribute = new(
        "QueryBuilderInvalidAggregateAttribute", 0x8004112F, "Aggregate {0} is not supported for attribute of type {1}.");
    public static readonly PlatformError QueryBuilderDeserializeInvalidAggregate = new(
        "QueryBuilderDeserializeInvalidAggregate", 0x8004111a, "An error occurred while processing Aggregates in Query");
    public static readonly PlatformError QueryBuilderInvalidDateGrouping = new(
        "QueryBuilderInvalidDateGrouping", 0x80041135, "An invalid value was specified for dategrouping.");
    public static readonly PlatformError QueryBuilderDeserializeInvalidNode = new(
        "QueryBuilderDeserializeInvalidNode", 0x8004111c, "Invalid Child Node, valid nodes are {0}. NodeName = {1} NodeXml = {2}");
    public static readonly PlatformError QueryBuilderInvalidAttributeNode = new(
        "QueryBuilderDeserializeInvalidNode", 0x8004111c, "The attribute '{1}' is not valid on the element '{0}'.");
    public static readonly PlatformError QueryBuilderElementNotFound = new("QueryBuilderElementNotFound", 0x80041123, "A required element was not specified. Element = {0}");
    public static readonly PlatformError QueryBuilderAttributeNotFound = new("QueryBuilderAttributeNotFound", 0x8004111e, "A required attribute was not specified. Attribute = {0}");
    public static readonly PlatformError QueryBuilderDeserializeEmptyXml = new("QueryBuilderDeserializeEmptyXml", 0x80041124, "Xml String can't be null.");
    public static readonly PlatformError QueryBuilderDeserializeInvalidDistinct = new(
        "QueryBuilderDeserializeInvalidDistinct", 0x80041115, "The only valid values for {0} attribute are 'true', 'false', '1', and '0'.");
    public static readonly PlatformError QueryBuilderDeserializeInvalidLinkType = new(
        "QueryBuilderDeserializeInvalidLinkType", 0x80041117,
        "The only valid values for link-type attribute are 'natural', 'inner','in','exists','matchfirstrowusingcrossapply' and 'outer'.");
    public static readonly PlatformError QueryBuilderInvalidConditionOperator = new(
        "QueryBuilderInvalidConditionOperator", 0x80041120, "Unsupported condition operator. Operator = {0}");
    public static readonly PlatformError QueryBuilderInvalidFilterType = new(
        "QueryBuilderInvalidFilterType", 0x80041122, "Unsupported filter type. Valid values are 'and', or 'or'.");
    public static readonly PlatformError QueryBuilderBadCondition = new("QueryBuilderBad_Condition", 0x80041106, "Incorrect filter condition or conditions. {0}");
    public static readonly PlatformError QueryBuilderByAttributeMismatch = new(
        "QueryBuilderByAttributeMismatch", 0x8004110f,
        "QueryByAttribute must specify a non-empty value array with the same number of elements as in the attributes array.");
    public static readonly PlatformError QueryBuilderByAttributeNonEmpty = new(
        "QueryBuilderByAttributeNonEmpty", 0x80041110, "QueryByAttribute must specify a non-empty attribute array.");
    public static readonly PlatformError QueryBuilderInvalidPagingCookie = new(
        "QueryBuilderInvalidPagingCookie", 0x8004112A, "Invalid page number in paging cookie.");
    public static readonly PlatformError QueryBuilderPagingOrderBy = new(
        "QueryBuilderPagingOrderBy", 0x80041129, "Order by columns do not match those in paging cookie.");
    public static readonly PlatformError OrderByColumnsMustBeUnique = new(
        "OrderByColumnsMustBeUnique", 0x80048d16, "A column has been specified more than once in the order by list. Columns in the order by list must be unique.");
    public static readonly PlatformError AttributeTypeNotSupportedForGroupByOrderByQuery = new(
        "AttributeTypeNotSupportedForGroupByOrderByQuery", 0x80050224, "GroupBy or OrderBy Query is not supported for MultiSelectPickList Attribute Type.");
    public static readonly PlatformError TooManyLinkEntitiesInQuery = new(
        "TooManyLinkEntitiesInQuery", 0x8004430D, "Number of link entities in query exceeded maximum limit.");
    public static readonly PlatformError TooManyConditionsInQuery = new(
        "TooManyConditionsInQuery", 0x8004430C, "Number of conditions in query exceeded maximum limit.");
    public static readonly PlatformError InvalidXml = new("InvalidXml", 0x80040201, "Invalid XML.");
    public static readonly PlatformError AggregateQueryRecordLimitExceeded = new(
        "AggregateQueryRecordLimitExceeded", 0x8004E023, "The maximum record limit is exceeded. Reduce the number of records.");
    public static readonly PlatformError SqlArithmeticOverflowError = new("SqlArithmeticOverflowError", 0x80041136, "A SQL arithmetic overflow error occurred");

    public static readonly PlatformError ChangeTrackingNotEnabledForEntity = new("ChangeTrackingNotEnabledForEntity", 0x80072491, "Entity {0} isn't enabled for change tracking.");
    public static readonly PlatformError ChangeTrackingNotEnabledForRelatedEntities = new(
        "ChangeTrackingNotEnabledForRelatedEntities", 0x80072492,
        "Changes cannot be retrieved for intersect entity {0} since both related entities are not enabled for change tracking.");
    public static readonly PlatformError ExpiredVersionStamp = new(
        "ExpiredVersionStamp", 0x80044352, "Version stamp associated with the client has expired. Please perform a full sync.");

    /// <summary>Not in the published list; code and wording as users report them.</summary>
    public static readonly PlatformError InvalidLanguage = new("InvalidLanguageCode", 0x80044195, "The language code {0} is not a valid language for this organization");

    public static readonly PlatformError DuplicateAttributeSchemaName = new("DuplicateAttributeSchemaName", 0x80047013, "An attribute with the specified name already exists");

    public static readonly PlatformError AsyncOperationCannotCancel = new("AsyncOperationCannotCancel", 0x80044F00, "This system job cannot be canceled.");
    public static readonly PlatformError AsyncOperationCannotPause = new("AsyncOperationCannotPause", 0x80044F01, "This system job cannot be paused.");
    public static readonly PlatformError AsyncOperationCannotUpdateNonrecurring = new(
        "AsyncOperationCannotUpdateNonrecurring", 0x80044168, "Cannot update recurrence pattern for a job that is not recurring.");
    public static readonly PlatformError AsyncOperationInvalidStateChange = new(
        "AsyncOperationInvalidStateChange", 0x80044162, "The target state could not be set because the state transition is not valid.");
    public static readonly PlatformError AsyncOperationInvalidStateChangeToComplete = new(
        "AsyncOperationInvalidStateChangeToComplete", 0x80044165, "The target state could not be set to complete because the state transition is not valid.");
    public static readonly PlatformError AsyncOperationInvalidStateChangeToReady = new(
        "AsyncOperationInvalidStateChangeToReady", 0x80044166, "The target state could not be set to ready because the state transition is not valid.");
    public static readonly PlatformError AsyncOperationInvalidStateChangeToSuspended = new(
        "AsyncOperationInvalidStateChangeToSuspended", 0x80044167, "The target state could not be set to suspended because the state transition is not valid.");

    private static readonly PlatformError notSupportedHere = new("SdkMessageNotSupportedOnServer", 0x80044180, "Not supported here: {0}");

    /// <summary>What Dataverse does and this engine does not (yet): a clear refusal instead of a wrong result.</summary>
    /// <param name="what">The thing by name, e.g. "operator in-fiscal-year".</param>
    public static FaultException<OrganizationServiceFault> NotSupportedHere(string what) => notSupportedHere.Fault(what);
}

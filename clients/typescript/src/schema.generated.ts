// Made by npm run client:generate from the OpenAPI document; do not edit.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can do its work */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics in the Prometheus text format */
        get: operations["Metrics_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tenants, newest first */
        get: operations["Tenants_list"];
        put?: never;
        /**
         * Create a tenant
         * @description With the platform key, as everything about other tenants.
         */
        post: operations["Tenants_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant this key acts in */
        get: operations["Tenants_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a tenant */
        get: operations["Tenants_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, pause, resume or configure a tenant */
        patch: operations["Tenants_change"];
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys, newest first, revoked ones included */
        get: operations["ApiKeys_list"];
        put?: never;
        /**
         * Create an API key
         * @description Its text is in this answer and nowhere else.
         */
        post: operations["ApiKeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an API key */
        get: operations["ApiKeys_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key for good
         * @description It stops working within a second. Revoking it again changes nothing.
         */
        post: operations["ApiKeys_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch-configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List dispatch configs, newest first */
        get: operations["DispatchConfigs_list"];
        put?: never;
        /**
         * Create a dispatch config
         * @description Checked against the channel definition of its provider.
         */
        post: operations["DispatchConfigs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch-configs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a dispatch config */
        get: operations["DispatchConfigs_get"];
        put?: never;
        post?: never;
        /** Delete a dispatch config */
        delete: operations["DispatchConfigs_delete"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a dispatch config
         * @description `credentials` and `settings` replace the old ones whole; other fields change one by one. A new `baseUrl`, `credentials` or `settings` ends an outage of kind MISCONFIGURED.
         */
        patch: operations["DispatchConfigs_change"];
        trace?: never;
    };
    "/api/dispatch-configs/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make one probe call with a dispatch config
         * @description Sends a sample activity to the provider, paused or not. Its `metadata.probe` is `true`. One that ends ACCEPTED or REJECTED ends an outage of kind MISCONFIGURED.
         */
        post: operations["DispatchConfigs_probe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the providers that are loaded */
        get: operations["DispatchProviders_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch-providers/{code}/channel-definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a dispatch config of this provider takes on each channel */
        get: operations["DispatchProviders_channelDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List commerces, newest first */
        get: operations["Commerces_list"];
        put?: never;
        /** Create a commerce, with its users and their contacts */
        post: operations["Commerces_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a commerce */
        get: operations["Commerces_get"];
        put?: never;
        post?: never;
        /** Delete a commerce and its users; 409 while activities refer to it */
        delete: operations["Commerces_remove"];
        options?: never;
        head?: never;
        /** Change the fields given */
        patch: operations["Commerces_update"];
        trace?: never;
    };
    "/api/commerces/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make or update up to 1,000 commerces by externalId
         * @description Fields an item leaves out stay as they are. Its users are found by externalId, those without one by
         *     name, their contacts by type and value. Users and contacts that an item does not name are kept.
         */
        post: operations["Commerces_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces/{id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the users of the commerce, newest first */
        get: operations["CommerceUsers_list"];
        put?: never;
        /** Create a user of the commerce, with contacts */
        post: operations["CommerceUsers_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces/{id}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a user of the commerce */
        get: operations["CommerceUsers_get"];
        put?: never;
        post?: never;
        /** Delete a user and its contacts; 409 while activities have it as their target */
        delete: operations["CommerceUsers_remove"];
        options?: never;
        head?: never;
        /** Change the fields given */
        patch: operations["CommerceUsers_update"];
        trace?: never;
    };
    "/api/commerces/{id}/users/{userId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a contact to a commerce user */
        post: operations["CommerceContacts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commerces/{id}/users/{userId}/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a contact */
        delete: operations["CommerceContacts_remove"];
        options?: never;
        head?: never;
        /** Change the fields given */
        patch: operations["CommerceContacts_update"];
        trace?: never;
    };
    "/api/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List operators, newest first */
        get: operations["Operators_list"];
        put?: never;
        /** Create an operator */
        post: operations["Operators_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operators/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an operator */
        get: operations["Operators_get"];
        put?: never;
        post?: never;
        /** Delete an operator, also from its routes; 409 while activities refer to it */
        delete: operations["Operators_remove"];
        options?: never;
        head?: never;
        /** Change the fields given */
        patch: operations["Operators_update"];
        trace?: never;
    };
    "/api/operators/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make or update up to 1,000 operators by externalId; fields an item leaves out stay as they are */
        post: operations["Operators_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List routes, newest first */
        get: operations["Routes_list"];
        put?: never;
        /** Create a route */
        post: operations["Routes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a route */
        get: operations["Routes_get"];
        put?: never;
        post?: never;
        /** Delete a route; 409 while activities refer to it */
        delete: operations["Routes_remove"];
        options?: never;
        head?: never;
        /** Change the fields given */
        patch: operations["Routes_update"];
        trace?: never;
    };
    "/api/routes/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make or update up to 1,000 routes by externalId; fields an item leaves out stay as they are */
        post: operations["Routes_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes/{id}/operators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an operator on the route, or change the role of one who is on it */
        post: operations["RouteOperators_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes/{id}/operators/{operatorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an operator off the route */
        delete: operations["RouteOperators_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/attribute-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List attribute keys in alphabetical order */
        get: operations["AttributeKeys_list"];
        put?: never;
        /** Name an attribute key */
        post: operations["AttributeKeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/attribute-keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an attribute key; activities keep the values they have */
        delete: operations["AttributeKeys_remove"];
        options?: never;
        head?: never;
        /** Change the fields given */
        patch: operations["AttributeKeys_update"];
        trace?: never;
    };
    "/api/activity-config/attribute-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List attribute policies in the order of their keys */
        get: operations["AttributePolicies_list"];
        put?: never;
        /**
         * Set how an attribute gets its value; takes the place of the policy the key has. The answer shows the secret that
         *     signs the hook's calls when it is new, and nothing ever shows it again
         */
        post: operations["AttributePolicies_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/attribute-policies/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the policy of a key */
        get: operations["AttributePolicies_get"];
        put?: never;
        post?: never;
        /** Delete the policy of a key */
        delete: operations["AttributePolicies_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/result-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List result types in alphabetical order */
        get: operations["ResultTypes_list"];
        put?: never;
        /** Name a type of result and what follows from it */
        post: operations["ResultTypes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/result-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a result type */
        get: operations["ResultTypes_get"];
        put?: never;
        post?: never;
        /** Delete a result type; results keep its code as text */
        delete: operations["ResultTypes_remove"];
        options?: never;
        head?: never;
        /** Change the fields given */
        patch: operations["ResultTypes_update"];
        trace?: never;
    };
    "/api/activity-config/target-resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List target resolution configs, newest first */
        get: operations["TargetResolutionConfigs_list"];
        put?: never;
        /** Set how activities find their target users */
        post: operations["TargetResolutionConfigs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-config/target-resolution/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a target resolution config */
        get: operations["TargetResolutionConfigs_get"];
        put?: never;
        post?: never;
        /** Delete a target resolution config; activities keep the target users they have */
        delete: operations["TargetResolutionConfigs_remove"];
        options?: never;
        head?: never;
        /** Change the fields given; criteria are replaced as a whole */
        patch: operations["TargetResolutionConfigs_update"];
        trace?: never;
    };
    "/api/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List activities, newest first */
        get: operations["Activities_list"];
        put?: never;
        /**
         * Create an activity
         * @description It is sent as soon as `scheduledAt` has come. What cannot be resolved (whom it addresses, what it carries) makes it UNRESOLVED; it is never dropped. The tenant’s rules judge it before it is stored.
         */
        post: operations["CreateActivities_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a TASK
         * @description The same, and `type` may be left out.
         */
        post: operations["CreateActivities_createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create up to 1,000 activities
         * @description Each ends apart, as created, duplicate or invalid; a bad one never rejects the others.
         */
        post: operations["CreateActivities_createMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Repeat FAILED activities
         * @description Makes a new activity of each, linked by `retryOf`. Each is redriven once, so that a call that broke off can be made again; a large redrive goes on while `remaining` is not 0.
         */
        post: operations["Activities_redrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an activity
         * @description A READY one says in `waitingFor` why it was not sent yet.
         */
        get: operations["Activities_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Reschedule or rescore
         * @description While READY and not in flight.
         */
        patch: operations["Activities_reschedule"];
        trace?: never;
    };
    "/api/activities/{id}/status-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every transition, oldest first */
        get: operations["Activities_statusEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every attempt, oldest first */
        get: operations["Activities_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its attributes and how each was resolved */
        get: operations["Activities_attributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/target-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom it addresses and why */
        get: operations["Activities_targetUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Cancel before it is sent
         * @description Of a cancel and a send that race exactly one happens; 409 `IN_FLIGHT` while a call is running.
         */
        patch: operations["Activities_cancel"];
        trace?: never;
    };
    "/api/activities/{id}/retry-resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Resolve an UNRESOLVED activity again
         * @description It becomes READY or stays UNRESOLVED.
         */
        patch: operations["Activities_retryResolution"];
        trace?: never;
    };
    "/api/activities/{id}/target-users/{targetUserId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Assign a target user by hand
         * @description Before the activity is sent.
         */
        patch: operations["Activities_assignTargetUser"];
        trace?: never;
    };
    "/api/activities/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send now and answer the attempt
         * @description Same claim and limits as the dispatcher.
         */
        post: operations["Activities_dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/tasks/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send now
         * @description As `/api/activities/:id/dispatch`, without an answer.
         */
        post: operations["Activities_dispatchTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List results, newest first */
        get: operations["Results_list"];
        put?: never;
        /**
         * Report what came of an activity
         * @description One that comes while a call is running is kept and applied when it settles. Without an activity it stands alone on its commerce.
         */
        post: operations["Results_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-results/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same; for MESSAGE and TASK alike */
        post: operations["Results_submitForTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-results/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report up to 1,000 results
         * @description Each ends apart, as applied, held, standalone or invalid; those for one activity in their order.
         */
        post: operations["Results_submitMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activity-results/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a result */
        get: operations["Results_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/activities/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Poll for tasks, the oldest change first
         * @description For field systems. Read on with `nextCursor` until it is null; a task that changes meanwhile comes again at the end. The totals in `meta` are null.
         */
        get: operations["Integration_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/activity-results/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what came of a task, in the words of field systems
         * @description As `POST /api/activity-results` but for the status. The answer has the status it is kept as.
         */
        post: operations["Integration_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/integration/task-result-type-configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The result types that can be named now, in alphabetical order */
        get: operations["Integration_resultTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save the rules of a YAML file, all or none; a rule takes the place of the stored one of its name */
        post: operations["RuleFiles_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read all rules as the YAML file that an import takes, in the order in which they are asked */
        get: operations["RuleFiles_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the rules what they would do with an action; nothing is stored or sent */
        post: operations["Evaluations_evaluate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List rules, newest first */
        get: operations["Rules_list"];
        put?: never;
        /** Create a rule */
        post: operations["Rules_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a rule */
        get: operations["Rules_get"];
        put?: never;
        post?: never;
        /** Delete a rule; its versions stay readable */
        delete: operations["Rules_remove"];
        options?: never;
        head?: never;
        /** Change the fields given; `enabled` switches the rule on and off */
        patch: operations["Rules_change"];
        trace?: never;
    };
    "/api/rules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read every saved version of a rule, newest first, of a deleted one too */
        get: operations["Rules_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judge an action by the rules and do it: now, later, or not at all */
        post: operations["Actions_dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dispatch/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for up to 1,000 actions, each apart */
        post: operations["Actions_dispatchMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List scheduled actions, newest first */
        get: operations["ScheduledActions_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scheduled/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a scheduled action */
        get: operations["ScheduledActions_get"];
        put?: never;
        post?: never;
        /**
         * Cancel it
         * @description Of a cancel and a send that race exactly one happens.
         */
        delete: operations["ScheduledActions_cancel"];
        options?: never;
        head?: never;
        /**
         * Send it at another time
         * @description Before it is sent and not while it is.
         */
        patch: operations["ScheduledActions_reschedule"];
        trace?: never;
    };
    "/v1/scheduled/{id}/fire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send it now
         * @description Answers the outcome, as a dispatch does.
         */
        post: operations["ScheduledActions_fire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks, newest first */
        get: operations["Webhooks_list"];
        put?: never;
        /**
         * Have an endpoint told of status events
         * @description From now on. The secret that signs them is in this answer and nowhere else.
         */
        post: operations["Webhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook */
        get: operations["Webhooks_get"];
        put?: never;
        post?: never;
        /** Delete a webhook with its deliveries */
        delete: operations["Webhooks_remove"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a webhook
         * @description What waited is delivered once it is active, to the URL it then has.
         */
        patch: operations["Webhooks_change"];
        trace?: never;
    };
    "/api/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook a new secret
         * @description It is in this answer and nowhere else. The one before goes on signing beside it for a day; of many, five sign.
         */
        post: operations["Webhooks_rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a webhook was told or is to be told, the latest event first */
        get: operations["Deliveries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver an event once more
         * @description Whatever became of it, with the same id and all attempts before it: now, even if the endpoint is left alone for a while since it was down. Behind an earlier event of the same activity that waits, and while the webhook is inactive, it waits.
         */
        post: operations["Deliveries_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List recurring actions, newest first */
        get: operations["Recurring_list"];
        put?: never;
        /**
         * Do an action again and again
         * @description At the times of a cron expression.
         */
        post: operations["Recurring_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a recurring action */
        get: operations["Recurring_get"];
        /** Change what is given, as PATCH does */
        put: operations["Recurring_put"];
        post?: never;
        /**
         * Delete it with its history
         * @description The activities that were made stay.
         */
        delete: operations["Recurring_remove"];
        options?: never;
        head?: never;
        /**
         * Change what is given
         * @description Another expression or zone counts from now on.
         */
        patch: operations["Recurring_change"];
        trace?: never;
    };
    "/v1/recurring/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause it
         * @description 409 unless it is active.
         */
        post: operations["Recurring_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with the next time from now
         * @description 409 unless it is paused.
         */
        post: operations["Recurring_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring/{id}/backfill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fire occurrences of the past that were not
         * @description Each happens once.
         */
        post: operations["Recurring_backfill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recurring/{id}/occurrences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each time so far, latest first */
        get: operations["Recurring_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        LiveResponse: {
            /** @enum {string} */
            status: "ok";
        };
        ReadyResponse: {
            /** @enum {string} */
            status: "ok";
            /**
             * @example {
             *       "database": "up"
             *     }
             */
            checks: {
                [key: string]: "up" | "down";
            };
            /** @description What an operator should know, such as a feature that is switched off. */
            notes?: string[];
        };
        NotReadyResponse: {
            /** @enum {string} */
            status: "unavailable";
            /**
             * @example {
             *       "database": "down"
             *     }
             */
            checks: {
                [key: string]: "up" | "down";
            };
            /** @example 503 */
            statusCode: number;
            /** @example Service Unavailable */
            error: string;
            /** @example not ready: database */
            message: string;
            /** @example NOT_READY */
            code: string;
            /** @example req-1 */
            requestId: string;
        };
        TenantSettingsRequest: {
            /**
             * @description IANA time zone; UTC unless told.
             * @example America/Santiago
             */
            timezone?: string;
            /** @description A tenant of weight 2 gets twice the share of one of weight 1 while both have work; 1 unless told. */
            weight?: number;
            /** @description Finished activities are removed after so many days; null: as the installation says. */
            retentionDays?: number | null;
        };
        CreateTenantRequest: {
            /**
             * @description Unique; cannot be changed.
             * @example acme
             */
            code: string;
            /** @example Acme Foods */
            name: string;
            settings?: components["schemas"]["TenantSettingsRequest"];
        };
        TenantSettingsResponse: {
            /** @description Null: as the installation says. */
            retentionDays: number | null;
            /** @example UTC */
            timezone: string;
            /** @example 1 */
            weight: number;
        };
        TenantResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "ACTIVE" | "PAUSED";
            /** @example acme */
            code: string;
            /** @example Acme Foods */
            name: string;
            settings: components["schemas"]["TenantSettingsResponse"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        FieldProblemResponse: {
            /** @example activities[0].reason */
            field: string;
            /** @example must be a string */
            message: string;
            /** @description With INVALID_RULE: the rule’s name. */
            rule?: string;
            /** @description With INVALID_RULE: the file the rule came in. */
            file?: string;
            /** @description With INVALID_RULE: the line in the file, from 1. */
            line?: number;
        };
        ProblemResponse: {
            /** @description With VALIDATION_FAILED and INVALID_RULE the fields; with some other codes an object that the message refers to. */
            details?: components["schemas"]["FieldProblemResponse"][] | {
                [key: string]: unknown;
            };
            /** @example 400 */
            statusCode: number;
            /**
             * @description The reason phrase of the status; below `/v1` the message.
             * @example Bad Request
             */
            error: string;
            /** @description For people; may change. */
            message: string;
            /** @description Below `/v1` only: whether the same request may succeed later. */
            retryable?: boolean;
            /** @description Below `/v1` only, with 429 and 503: in how many seconds, as `Retry-After` says. */
            retry_after?: number;
            /**
             * @description For machines; stable, listed in `docs/errors.md`.
             * @example VALIDATION_FAILED
             */
            code: string;
            /**
             * @description The `x-request-id` of the request or, without one, a new UUID; the log has it too.
             * @example 9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d
             */
            requestId: string;
        };
        PageMetaResponse: {
            /** @description Null when the list was read by cursor. */
            page: number | null;
            /** @example 25 */
            limit: number;
            /** @description How many items all pages have; null when the list was read by cursor. */
            total: number | null;
            /** @description Null when the list was read by cursor. */
            totalPages: number | null;
        };
        ChangeTenantRequest: {
            /** @example Acme Foods */
            name?: string;
            /**
             * @description While PAUSED the tenant's activities wait; nothing is lost and no attempt is used up.
             * @enum {string}
             */
            status?: "ACTIVE" | "PAUSED";
            /** @description Changes the ones given. */
            settings?: components["schemas"]["TenantSettingsRequest"];
        };
        CreateApiKeyRequest: {
            /**
             * @description For people.
             * @example order system
             */
            name: string;
            /** @description Not more than the asking key has; never MANAGE_TENANTS. */
            permissions: ("VIEW_ACTIVITIES" | "CREATE_ACTIVITY" | "CANCEL_ACTIVITY" | "DISPATCH_ACTIVITY" | "SUBMIT_ACTIVITY_RESULT" | "MANAGE_ACTIVITY_CONFIG" | "MANAGE_COMMERCES" | "MANAGE_OPERATORS" | "MANAGE_ROUTES" | "MANAGE_RULES" | "MANAGE_API_KEYS" | "MANAGE_TENANTS")[];
            /**
             * Format: date-time
             * @description In the future; null or absent for a key that does not expire.
             */
            expiresAt?: string | null;
        };
        CreatedApiKeyResponse: {
            /** Format: uuid */
            id: string;
            permissions: ("VIEW_ACTIVITIES" | "CREATE_ACTIVITY" | "CANCEL_ACTIVITY" | "DISPATCH_ACTIVITY" | "SUBMIT_ACTIVITY_RESULT" | "MANAGE_ACTIVITY_CONFIG" | "MANAGE_COMMERCES" | "MANAGE_OPERATORS" | "MANAGE_ROUTES" | "MANAGE_RULES" | "MANAGE_API_KEYS" | "MANAGE_TENANTS")[];
            /**
             * @description The key itself. It is shown this once and cannot be had again.
             * @example erk_01900000000070008000000000000001_2yZc1nq5kq0vX0sQm0p3oVfZr8l9bWj4dT6hYxA7cEg
             */
            plaintextKey: string;
            /** @example order system */
            name: string;
            /**
             * @description What the key can be recognised by in the log and in the history of activities.
             * @example erk_a1B2c3
             */
            prefix: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        ApiKeyResponse: {
            /** Format: uuid */
            id: string;
            permissions: ("VIEW_ACTIVITIES" | "CREATE_ACTIVITY" | "CANCEL_ACTIVITY" | "DISPATCH_ACTIVITY" | "SUBMIT_ACTIVITY_RESULT" | "MANAGE_ACTIVITY_CONFIG" | "MANAGE_COMMERCES" | "MANAGE_OPERATORS" | "MANAGE_ROUTES" | "MANAGE_RULES" | "MANAGE_API_KEYS" | "MANAGE_TENANTS")[];
            /** @example order system */
            name: string;
            /**
             * @description What the key can be recognised by in the log and in the history of activities.
             * @example erk_a1B2c3
             */
            prefix: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        LimitsRequest: {
            maxPerSecond?: number | null;
            maxConcurrent?: number | null;
        };
        RetryRequest: {
            maxAttempts?: number | null;
            /** @description The wait before attempt n+1 is random in 0 … baseDelayMs × 2^(n-1). */
            baseDelayMs?: number | null;
            maxDelayMs?: number | null;
        };
        CreateDispatchConfigRequest: {
            /**
             * @description After a call that may or may not have reached the provider (no answer in time, a lost connection): send again, under
             *     the same Idempotency-Key, or give the activity up. `retry` unless told.
             * @enum {string}
             */
            onUncertain?: "retry" | "fail";
            /**
             * @description Unique in the tenant.
             * @example yom-visits
             */
            name: string;
            /**
             * @description One of `GET /api/dispatch-providers`.
             * @example YOM
             */
            providerCode: string;
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /**
             * @description Where the provider is; http or https, to an address that may be reached.
             * @example https://api.provider.example
             */
            baseUrl?: string | null;
            /**
             * @description What the channel definition of the provider asks for. Never shown again.
             * @example {
             *       "apiKey": "key-from-the-provider"
             *     }
             */
            credentials?: {
                [key: string]: unknown;
            };
            /**
             * @description What the channel definition of the provider offers.
             * @example {}
             */
            settings?: {
                [key: string]: unknown;
            };
            /** @description False pauses: its activities wait. True unless told. */
            isActive?: boolean;
            limits?: components["schemas"]["LimitsRequest"];
            retry?: components["schemas"]["RetryRequest"];
            /** @description Deadline of one call, up to what the installation allows. Null: the installation's default. */
            timeoutMs?: number | null;
        };
        LimitsResponse: {
            maxPerSecond: number | null;
            maxConcurrent: number | null;
        };
        RetryResponse: {
            maxAttempts: number | null;
            baseDelayMs: number | null;
            maxDelayMs: number | null;
        };
        DispatchConfigResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            settings: {
                [key: string]: unknown;
            };
            /**
             * @description What becomes of an activity after a call whose outcome is UNCERTAIN.
             * @enum {string}
             */
            onUncertain: "retry" | "fail";
            /** @example yom-visits */
            name: string;
            /** @example YOM */
            providerCode: string;
            baseUrl: string | null;
            /**
             * @description Which credentials are set; their values are never shown. Null when no key of this installation opens them.
             * @example [
             *       "apiKey"
             *     ]
             */
            credentialFields: string[] | null;
            priority: number;
            isActive: boolean;
            limits: components["schemas"]["LimitsResponse"];
            retry: components["schemas"]["RetryResponse"];
            timeoutMs: number | null;
            /** @description Raised by every change. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        OutageResponse: {
            /**
             * @description DOWN: its provider failed too often in a row. MISCONFIGURED: the provider says that the account is wrong.
             * @enum {string}
             */
            kind: "DOWN" | "MISCONFIGURED";
            /**
             * Format: date-time
             * @description When the next probe may be made. Null for MISCONFIGURED, which a change of the account ends, or a test.
             */
            probeAt: string | null;
            /** Format: date-time */
            since: string;
            /**
             * @description A dispatch error code of `docs/errors.md`.
             * @example CONNECTION_FAILED
             */
            code: string;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
            message: string;
        };
        DispatchConfigDetailResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            settings: {
                [key: string]: unknown;
            };
            /**
             * @description What becomes of an activity after a call whose outcome is UNCERTAIN.
             * @enum {string}
             */
            onUncertain: "retry" | "fail";
            /** @description Null while it can be used. */
            outage: components["schemas"]["OutageResponse"] | null;
            /** @example yom-visits */
            name: string;
            /** @example YOM */
            providerCode: string;
            baseUrl: string | null;
            /**
             * @description Which credentials are set; their values are never shown. Null when no key of this installation opens them.
             * @example [
             *       "apiKey"
             *     ]
             */
            credentialFields: string[] | null;
            priority: number;
            isActive: boolean;
            limits: components["schemas"]["LimitsResponse"];
            retry: components["schemas"]["RetryResponse"];
            timeoutMs: number | null;
            /** @description Raised by every change. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ChangeDispatchConfigRequest: {
            /**
             * @description After a call that may or may not have reached the provider (no answer in time, a lost connection): send again, under
             *     the same Idempotency-Key, or give the activity up. `retry` unless told.
             * @enum {string}
             */
            onUncertain?: "retry" | "fail";
            /**
             * @description Unique in the tenant.
             * @example yom-visits
             */
            name?: string;
            /**
             * @description One of `GET /api/dispatch-providers`.
             * @example YOM
             */
            providerCode?: string;
            /** @enum {string} */
            channel?: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /**
             * @description Where the provider is; http or https, to an address that may be reached.
             * @example https://api.provider.example
             */
            baseUrl?: string | null;
            /**
             * @description What the channel definition of the provider asks for. Never shown again.
             * @example {
             *       "apiKey": "key-from-the-provider"
             *     }
             */
            credentials?: {
                [key: string]: unknown;
            };
            /**
             * @description What the channel definition of the provider offers.
             * @example {}
             */
            settings?: {
                [key: string]: unknown;
            };
            /** @description False pauses: its activities wait. True unless told. */
            isActive?: boolean;
            limits?: components["schemas"]["LimitsRequest"];
            retry?: components["schemas"]["RetryRequest"];
            /** @description Deadline of one call, up to what the installation allows. Null: the installation's default. */
            timeoutMs?: number | null;
        };
        ProbeResponse: {
            /** @enum {string} */
            disposition: "ACCEPTED" | "RETRY" | "REJECTED" | "MISCONFIGURED" | "UNCERTAIN";
            ok: boolean;
            httpStatus: number | null;
            providerActivityId: string | null;
            /** @description One of the dispatch error codes of `docs/errors.md`; null when the provider accepted. */
            errorCode: string | null;
            message: string | null;
            durationMs: number;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
        };
        DispatchProviderResponse: {
            channels: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[];
            /** @example YOM */
            code: string;
            /** @example YOM */
            name: string;
        };
        FieldDefinitionResponse: {
            /** @enum {string} */
            type: "string" | "integer" | "number" | "boolean" | "string[]";
            /** @description Taken when the setting is not given; null when there is none. */
            default: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @example apiKey */
            key: string;
            /** @example API key */
            label: string;
            required: boolean;
            /** @description Never shown again once saved. */
            secret: boolean;
            description: string | null;
        };
        ChannelDefinitionResponse: {
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /** @enum {string} */
            baseUrl: "required" | "optional" | "none";
            credentials: components["schemas"]["FieldDefinitionResponse"][];
            settings: components["schemas"]["FieldDefinitionResponse"][];
        };
        CreateContactRequest: {
            /** @enum {string} */
            type: "EMAIL" | "PHONE" | "WHATSAPP" | "PUSH_TOKEN" | "OTHER";
            /**
             * @description EMAIL: an address with one @. PHONE and WHATSAPP: at least 5 digits.
             * @example owner@example.com
             */
            value: string;
            /** @description At most one contact of a type is primary: a new one takes the place of the old. */
            isPrimary?: boolean;
        };
        CreateCommerceUserRequest: {
            /**
             * @example [
             *       {
             *         "type": "WHATSAPP",
             *         "value": "+56 9 1234 5678",
             *         "isPrimary": true
             *       }
             *     ]
             */
            contacts?: components["schemas"]["CreateContactRequest"][];
            /** @description The tenant's own key, unique within the commerce. */
            externalId?: string | null;
            /** @example Ana */
            firstName: string;
            /** @example Rojas */
            lastName?: string | null;
            /**
             * @example [
             *       "OWNER"
             *     ]
             */
            roles: ("OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER")[];
            isActive?: boolean;
        };
        CreateCommerceRequest: {
            /** @description Any object, up to 32 kB. */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * @example [
             *       {
             *         "firstName": "Ana",
             *         "roles": [
             *           "OWNER"
             *         ],
             *         "contacts": [
             *           {
             *             "type": "EMAIL",
             *             "value": "ana@store.example"
             *           }
             *         ]
             *       }
             *     ]
             */
            users?: components["schemas"]["CreateCommerceUserRequest"][];
            /**
             * @description The tenant's own key, unique among its commerces.
             * @example STORE-2
             */
            externalId: string;
            /** @example Corner Store */
            name: string;
            taxId?: string | null;
            isActive?: boolean;
        };
        ContactResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "EMAIL" | "PHONE" | "WHATSAPP" | "PUSH_TOKEN" | "OTHER";
            value: string;
            isPrimary: boolean;
        };
        CommerceUserResponse: {
            /** Format: uuid */
            id: string;
            roles: ("OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER")[];
            externalId: string | null;
            firstName: string;
            lastName: string | null;
            isActive: boolean;
            contacts: components["schemas"]["ContactResponse"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CommerceResponse: {
            /** Format: uuid */
            id: string;
            metadata: {
                [key: string]: unknown;
            };
            externalId: string;
            name: string;
            taxId: string | null;
            isActive: boolean;
            users: components["schemas"]["CommerceUserResponse"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateCommerceRequest: {
            /** @description Any object, up to 32 kB. */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * @description The tenant's own key, unique among its commerces.
             * @example STORE-2
             */
            externalId?: string;
            /** @example Corner Store */
            name?: string;
            taxId?: string | null;
            isActive?: boolean;
        };
        SyncCommercesRequest: {
            items: components["schemas"]["CreateCommerceRequest"][];
        };
        SyncErrorResponse: {
            /** @description Place of the item in the request, from 0. */
            index: number;
            /**
             * @example VALIDATION_FAILED
             * @enum {string}
             */
            code: "NOT_READY" | "VALIDATION_FAILED" | "MALFORMED_JSON" | "INVALID_CURSOR" | "INVALID_RULE" | "BLOCKED_ADDRESS" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "INVALID_TRANSITION" | "IN_FLIGHT" | "RESOLUTION_FAILED" | "NOT_DISPATCHED" | "RESULT_ALREADY_FINAL" | "TENANT_PAUSED" | "PROVIDER_PAUSED" | "PROVIDER_DOWN" | "PROVIDER_MISCONFIGURED" | "INVALID_STATE" | "LIMIT_REACHED" | "SUPPRESSED_BY_RULE" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMITED" | "INTERNAL";
            /** @example name must be a string */
            message: string;
        };
        SyncResponse: {
            created: number;
            updated: number;
            /** @description How many items the request had; those not created or updated are in `errors`. */
            total: number;
            errors: components["schemas"]["SyncErrorResponse"][];
        };
        UpdateCommerceUserRequest: {
            /** @description The tenant's own key, unique within the commerce. */
            externalId?: string | null;
            /** @example Ana */
            firstName?: string;
            /** @example Rojas */
            lastName?: string | null;
            /**
             * @example [
             *       "OWNER"
             *     ]
             */
            roles?: ("OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER")[];
            isActive?: boolean;
        };
        UpdateContactRequest: {
            /** @enum {string} */
            type?: "EMAIL" | "PHONE" | "WHATSAPP" | "PUSH_TOKEN" | "OTHER";
            /**
             * @description EMAIL: an address with one @. PHONE and WHATSAPP: at least 5 digits.
             * @example owner@example.com
             */
            value?: string;
            /** @description At most one contact of a type is primary: a new one takes the place of the old. */
            isPrimary?: boolean;
        };
        CreateOperatorRequest: {
            /**
             * @description The tenant's own key, unique among its operators.
             * @example OP-2
             */
            externalId: string;
            /** @enum {string} */
            type: "SALESMAN" | "ACTIVATOR" | "CALLCENTER";
            /** @example Ana Rojas */
            name: string;
            /** @example ana@example.com */
            email?: string | null;
            /**
             * @description At least 5 digits.
             * @example +56 9 1234 5678
             */
            phone?: string | null;
            isActive?: boolean;
        };
        OperatorResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "SALESMAN" | "ACTIVATOR" | "CALLCENTER";
            externalId: string;
            name: string;
            email: string | null;
            phone: string | null;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateOperatorRequest: {
            /**
             * @description The tenant's own key, unique among its operators.
             * @example OP-2
             */
            externalId?: string;
            /** @enum {string} */
            type?: "SALESMAN" | "ACTIVATOR" | "CALLCENTER";
            /** @example Ana Rojas */
            name?: string;
            /** @example ana@example.com */
            email?: string | null;
            /**
             * @description At least 5 digits.
             * @example +56 9 1234 5678
             */
            phone?: string | null;
            isActive?: boolean;
        };
        SyncOperatorsRequest: {
            items: components["schemas"]["CreateOperatorRequest"][];
        };
        CreateRouteRequest: {
            /**
             * @description The tenant's own key, unique among its routes.
             * @example ROUTE-2
             */
            externalId: string;
            /** @example North */
            name: string;
            isActive?: boolean;
        };
        RouteOperatorResponse: {
            /** Format: uuid */
            operatorId: string;
            /** @enum {string} */
            role: "LEAD" | "MEMBER";
            operator: components["schemas"]["OperatorResponse"];
        };
        RouteResponse: {
            /** Format: uuid */
            id: string;
            externalId: string;
            name: string;
            isActive: boolean;
            operators: components["schemas"]["RouteOperatorResponse"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateRouteRequest: {
            /**
             * @description The tenant's own key, unique among its routes.
             * @example ROUTE-2
             */
            externalId?: string;
            /** @example North */
            name?: string;
            isActive?: boolean;
        };
        SyncRoutesRequest: {
            items: components["schemas"]["CreateRouteRequest"][];
        };
        AssignOperatorRequest: {
            /**
             * Format: uuid
             * @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a
             */
            operatorId: string;
            /** @enum {string} */
            role: "LEAD" | "MEMBER";
        };
        CreateAttributeKeyRequest: {
            /** @example favorite_product */
            key: string;
            /** @example Favorite product */
            label: string;
            description?: string | null;
        };
        AttributeKeyResponse: {
            key: string;
            label: string;
            description: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateAttributeKeyRequest: {
            /** @example Favorite product */
            label?: string;
            description?: string | null;
        };
        AttributeHookRequest: {
            /**
             * @description The tenant's endpoint, http or https.
             * @example https://crm.example.com/attributes
             */
            url: string;
            /** @description Deadline of one call. */
            timeoutMs?: number;
            /** @description Gives the hook a new secret. It has one of its own from the start, and another when its URL changes. */
            renewSecret?: boolean;
        };
        SaveAttributePolicyRequest: {
            /** @example favorite_product */
            key: string;
            /** @description Any JSON value, used when the resolver finds none; null: no fallback. */
            fallback?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @enum {string} */
            strategy: "UPFRONT" | "ON_DISPATCH" | "CALLER_PROVIDED";
            /** @enum {string} */
            resolver: "INTERNAL_SERVICE" | "CLIENT_HOOK" | "CALLER_PROVIDED";
            /** @description Required with the resolver CLIENT_HOOK, refused with any other. */
            hook?: components["schemas"]["AttributeHookRequest"] | null;
        };
        AttributeHookResponse: {
            timeoutMs: number;
            url: string;
            /** @description What signs the calls, per Standard Webhooks; only in the answer that made it. */
            secret: string | null;
        };
        AttributePolicyResponse: {
            /** @enum {string} */
            strategy: "UPFRONT" | "ON_DISPATCH" | "CALLER_PROVIDED";
            /** @enum {string} */
            resolver: "INTERNAL_SERVICE" | "CLIENT_HOOK" | "CALLER_PROVIDED";
            /** @description Any JSON value; null: no fallback. */
            fallback: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            key: string;
            hook: components["schemas"]["AttributeHookResponse"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        CreateResultTypeRequest: {
            /**
             * @description What results name in `taskResult.result` or `resultTypeCode`.
             * @example COME_BACK
             */
            code: string;
            /** @example Come back another day */
            label: string;
            /** @description Refuse results of this type without a `futureScheduledAt`; false unless told. */
            requiresFutureScheduledAt?: boolean;
            /** @description Make an activity like the one it came for, at `futureScheduledAt`; false unless told. */
            createsFollowUp?: boolean;
            /** @description An inactive type is treated as free text; true unless told. */
            isActive?: boolean;
        };
        ResultTypeResponse: {
            code: string;
            label: string;
            requiresFutureScheduledAt: boolean;
            createsFollowUp: boolean;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateResultTypeRequest: {
            /** @example Come back another day */
            label?: string;
            /** @description Refuse results of this type without a `futureScheduledAt`; false unless told. */
            requiresFutureScheduledAt?: boolean;
            /** @description Make an activity like the one it came for, at `futureScheduledAt`; false unless told. */
            createsFollowUp?: boolean;
            /** @description An inactive type is treated as free text; true unless told. */
            isActive?: boolean;
        };
        TargetCriterionConfigRequest: {
            /**
             * @description Whom ROLE_MATCH looks for.
             * @enum {string}
             */
            role?: "OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER";
            /** @description How far LAST_CONTACTED_… looks back; for ever unless told. */
            withinDays?: number;
        };
        TargetCriterionRequest: {
            /** @enum {string} */
            type: "ROLE_MATCH" | "LAST_CONTACTED_ALL_CHANNELS" | "LAST_CONTACTED_SAME_CHANNEL";
            /** @description ROLE_MATCH: `{role}`; LAST_CONTACTED_…: `{withinDays}` or nothing. */
            config?: components["schemas"]["TargetCriterionConfigRequest"];
        };
        CreateTargetResolutionConfigRequest: {
            /**
             * @description Tried by priority until one finds a user; none unless told.
             * @example [
             *       {
             *         "type": "ROLE_MATCH",
             *         "config": {
             *           "role": "ORDERS"
             *         },
             *         "priority": 0
             *       }
             *     ]
             */
            criteria?: components["schemas"]["TargetCriterionRequest"][];
            /** @enum {string} */
            strategy: "ON_CREATION" | "ON_DISPATCH" | "MANUAL";
            /** @description The channels it is for; null: for all. */
            channels?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[] | null;
            /** @description When no criterion finds a user, a COMMERCE_REP is the target; true unless told. */
            fallbackToCommerceRep?: boolean;
            /** @description When there is no such user either, the OWNER is; true unless told. */
            fallbackToOwner?: boolean;
            isActive?: boolean;
        };
        TargetCriterionConfigResponse: {
            /**
             * @description With ROLE_MATCH only.
             * @enum {string}
             */
            role?: "OWNER" | "ORDERS" | "FINANCE" | "ATTENTION" | "ADMIN" | "COMMERCE_REP" | "OTHER";
            /** @description With LAST_CONTACTED_… only. */
            withinDays?: number;
        };
        TargetCriterionResponse: {
            /** @enum {string} */
            type: "ROLE_MATCH" | "LAST_CONTACTED_ALL_CHANNELS" | "LAST_CONTACTED_SAME_CHANNEL";
            priority: number;
            config: components["schemas"]["TargetCriterionConfigResponse"];
        };
        TargetResolutionConfigResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            strategy: "ON_CREATION" | "ON_DISPATCH" | "MANUAL";
            channels: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[] | null;
            priority: number;
            criteria: components["schemas"]["TargetCriterionResponse"][];
            fallbackToCommerceRep: boolean;
            fallbackToOwner: boolean;
            isActive: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        UpdateTargetResolutionConfigRequest: {
            /**
             * @description Tried by priority until one finds a user; none unless told.
             * @example [
             *       {
             *         "type": "ROLE_MATCH",
             *         "config": {
             *           "role": "ORDERS"
             *         },
             *         "priority": 0
             *       }
             *     ]
             */
            criteria?: components["schemas"]["TargetCriterionRequest"][];
            /** @enum {string} */
            strategy?: "ON_CREATION" | "ON_DISPATCH" | "MANUAL";
            /** @description The channels it is for; null: for all. */
            channels?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[] | null;
            /** @description When no criterion finds a user, a COMMERCE_REP is the target; true unless told. */
            fallbackToCommerceRep?: boolean;
            /** @description When there is no such user either, the OWNER is; true unless told. */
            fallbackToOwner?: boolean;
            isActive?: boolean;
        };
        AttributeRequest: {
            /** @description Any JSON value. */
            value?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @description Any JSON value, used when no other can be had; without one the activity is then UNRESOLVED. */
            fallback?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @example discount */
            key: string;
        };
        CreateActivityRequest: {
            /**
             * @description TASK needs a route and an operator; MESSAGE needs neither.
             * @example MESSAGE
             * @enum {string}
             */
            type: "TASK" | "MESSAGE";
            /**
             * @description What it is for.
             * @example send_reminder
             */
            reason: string;
            /**
             * @example WHATSAPP
             * @enum {string}
             */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /**
             * Format: uuid
             * @description The store, by id; or give commerceExternalId.
             */
            commerceId?: string | null;
            /**
             * @description The store, by your own id.
             * @example STORE-1
             */
            commerceExternalId?: string | null;
            /**
             * @description Unique in the tenant: the same key with the same content answers the activity made before. Required here or as
             *     the `Idempotency-Key` header.
             * @example order-4711-reminder
             */
            idempotencyKey?: string;
            /**
             * Format: date-time
             * @description When to send it; in the past = now.
             * @example 2026-01-31T09:30:00.000Z
             */
            scheduledAt: string;
            /**
             * @description When it should best be carried out, for the provider: a timestamp or a time of day.
             * @example 10:30
             */
            suggestedExecutionTime?: string | null;
            userStatus?: string | null;
            /** @description Among due activities a higher score is sent first; 0 unless told. */
            score?: number | null;
            /** @description Why it was given to this store. */
            assignmentReason?: string | null;
            /** @description Whom it addresses; replaces the configured criteria. */
            targetCriteria?: components["schemas"]["TargetCriterionRequest"][] | null;
            /** @description Attributes to be found by their policy, such as `commerce_info`. */
            attributeKeys?: string[] | null;
            /**
             * @example [
             *       {
             *         "key": "discount",
             *         "value": "15%"
             *       }
             *     ]
             */
            attributes?: components["schemas"]["AttributeRequest"][] | null;
            /**
             * @description Labels; any JSON object, handed on to the provider.
             * @example {
             *       "campaign": "spring"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: uuid
             * @description The route; TASK only, and required there.
             */
            assignedRouteId?: string | null;
            /**
             * Format: uuid
             * @description The operator; TASK only, and required there.
             */
            assignedOperatorId?: string | null;
        };
        ReferenceResponse: {
            /** Format: uuid */
            id: string;
            externalId: string;
            name: string;
        };
        CommerceAssignmentResponse: {
            /** Format: uuid */
            commerceId: string;
            assignmentReason: string | null;
            commerce: components["schemas"]["ReferenceResponse"];
        };
        OperatorReferenceResponse: {
            /** Format: uuid */
            id: string;
            externalId: string;
            name: string;
            /** @description SALESMAN, ACTIVATOR or CALLCENTER. */
            type: string;
        };
        TaskDetailsResponse: {
            /** Format: uuid */
            routeId: string;
            /** Format: uuid */
            operatorId: string;
            route: components["schemas"]["ReferenceResponse"];
            operator: components["schemas"]["OperatorReferenceResponse"];
        };
        LastErrorResponse: {
            /**
             * @description What followed from the attempt; null when the resolution failed, and for an attempt of version 0.1.
             * @enum {string|null}
             */
            disposition: "ACCEPTED" | "RETRY" | "REJECTED" | "MISCONFIGURED" | "UNCERTAIN" | null;
            /** @example PROVIDER_REJECTED */
            code: string;
            /**
             * @description The provider's reason, where it gave one.
             * @example HTTP 500: no such store
             */
            message: string;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
        };
        TargetUserResponse: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            commerceUserId: string | null;
            /** @enum {string} */
            resolutionStatus: "PENDING" | "RESOLVED" | "LOCKED" | "FAILED";
            /** @enum {string|null} */
            lockReason: "CRITERIA_MATCH" | "FALLBACK_COMMERCE_REP" | "FALLBACK_OWNER" | "MANUAL_ASSIGNMENT" | null;
            firstName: string | null;
            lastName: string | null;
            errorMessage: string | null;
        };
        ActivityAttributeResponse: {
            /** @description Any JSON value. */
            value: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @enum {string} */
            resolutionStatus: "PENDING" | "RESOLVED" | "FAILED" | "FALLBACK";
            key: string;
        };
        ActivityResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "TASK" | "MESSAGE";
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /** @enum {string} */
            status: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED";
            /** @enum {string} */
            origin: "API" | "ACTION" | "RECURRING" | "REDRIVE";
            /** @description Null for an action without a store. */
            commerceAssignment: components["schemas"]["CommerceAssignmentResponse"] | null;
            /** @description Null for a MESSAGE. */
            taskDetails: components["schemas"]["TaskDetailsResponse"] | null;
            /** Format: date-time */
            scheduledAt: string;
            targetCriteria: components["schemas"]["TargetCriterionResponse"][] | null;
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description The dispatch config of the last attempt.
             */
            dispatchConfigId: string | null;
            /**
             * Format: date-time
             * @description When it is next tried; null when it is queued, in flight or past sending.
             */
            nextAttemptAt: string | null;
            /** @description Why its last attempt or its resolution failed. */
            lastError: components["schemas"]["LastErrorResponse"] | null;
            /**
             * Format: uuid
             * @description The FAILED activity that this one repeats.
             */
            retryOf: string | null;
            /**
             * Format: uuid
             * @description The activity whose result asked for this one.
             */
            followUpOf: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            reason: string;
            idempotencyKey: string;
            suggestedExecutionTime: string | null;
            score: number;
            userStatus: string | null;
            targetUsers: components["schemas"]["TargetUserResponse"][];
            attributes: components["schemas"]["ActivityAttributeResponse"][];
            /** @description The provider code of the last attempt. */
            provider: string | null;
            /** @description The provider's own id of it. */
            providerActivityId: string | null;
            dispatchAttemptCount: number;
        };
        CreateTaskRequest: {
            /**
             * @description What it is for.
             * @example send_reminder
             */
            reason: string;
            /**
             * @example WHATSAPP
             * @enum {string}
             */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /**
             * Format: uuid
             * @description The store, by id; or give commerceExternalId.
             */
            commerceId?: string | null;
            /**
             * @description The store, by your own id.
             * @example STORE-1
             */
            commerceExternalId?: string | null;
            /**
             * @description Unique in the tenant: the same key with the same content answers the activity made before. Required here or as
             *     the `Idempotency-Key` header.
             * @example order-4711-reminder
             */
            idempotencyKey?: string;
            /**
             * Format: date-time
             * @description When to send it; in the past = now.
             * @example 2026-01-31T09:30:00.000Z
             */
            scheduledAt: string;
            /**
             * @description When it should best be carried out, for the provider: a timestamp or a time of day.
             * @example 10:30
             */
            suggestedExecutionTime?: string | null;
            userStatus?: string | null;
            /** @description Among due activities a higher score is sent first; 0 unless told. */
            score?: number | null;
            /** @description Why it was given to this store. */
            assignmentReason?: string | null;
            /** @description Whom it addresses; replaces the configured criteria. */
            targetCriteria?: components["schemas"]["TargetCriterionRequest"][] | null;
            /** @description Attributes to be found by their policy, such as `commerce_info`. */
            attributeKeys?: string[] | null;
            /**
             * @example [
             *       {
             *         "key": "discount",
             *         "value": "15%"
             *       }
             *     ]
             */
            attributes?: components["schemas"]["AttributeRequest"][] | null;
            /**
             * @description Labels; any JSON object, handed on to the provider.
             * @example {
             *       "campaign": "spring"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description TASK; may be left out.
             * @enum {string}
             */
            type?: "TASK";
            /**
             * Format: uuid
             * @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a
             */
            assignedRouteId: string;
            /**
             * Format: uuid
             * @example 019c2f4e-7a10-7d02-8b61-5e2d7c9f0a1b
             */
            assignedOperatorId: string;
        };
        BulkCreateRequest: {
            /** @description Each is checked apart: a bad one is answered as invalid and keeps no other from being created. */
            activities: components["schemas"]["CreateActivityRequest"][];
        };
        BulkErrorResponse: {
            /**
             * @example VALIDATION_FAILED
             * @enum {string}
             */
            code: "NOT_READY" | "VALIDATION_FAILED" | "MALFORMED_JSON" | "INVALID_CURSOR" | "INVALID_RULE" | "BLOCKED_ADDRESS" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONFLICT" | "INVALID_TRANSITION" | "IN_FLIGHT" | "RESOLUTION_FAILED" | "NOT_DISPATCHED" | "RESULT_ALREADY_FINAL" | "TENANT_PAUSED" | "PROVIDER_PAUSED" | "PROVIDER_DOWN" | "PROVIDER_MISCONFIGURED" | "INVALID_STATE" | "LIMIT_REACHED" | "SUPPRESSED_BY_RULE" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "IDEMPOTENCY_KEY_REUSED" | "RATE_LIMITED" | "INTERNAL";
            /** @description As in a single create. */
            details: {
                [key: string]: unknown;
            }[] | null;
            message: string;
        };
        BulkResultResponse: {
            /** @enum {string} */
            status: "created" | "duplicate" | "invalid";
            activity: components["schemas"]["ActivityResponse"] | null;
            error: components["schemas"]["BulkErrorResponse"] | null;
            /** @description Place in the request, from 0. */
            index: number;
        };
        BulkCreateResponse: {
            /** @description One for each activity of the request, in its order. */
            results: components["schemas"]["BulkResultResponse"][];
        };
        RedriveFilterRequest: {
            type?: ("TASK" | "MESSAGE")[];
            channel?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[];
            /** Format: uuid */
            commerceId?: string;
            /**
             * @description Code of the provider that was tried last.
             * @example MOCK
             */
            provider?: string;
            origin?: ("API" | "ACTION" | "RECURRING" | "REDRIVE")[];
            /** Format: date-time */
            scheduledFrom?: string;
            /** Format: date-time */
            scheduledTo?: string;
            /** Format: date-time */
            createdFrom?: string;
            /** Format: date-time */
            createdTo?: string;
            /** @description Part of the reason, the idempotency key, the store's name or external id, or the provider's id. */
            search?: string;
            /**
             * @description What is redriven in any case.
             * @enum {string}
             */
            status?: "FAILED";
        };
        RedriveRequest: {
            /** @description FAILED activities; others among them are passed over. Give ids or filter. */
            ids?: string[];
            /**
             * @description All FAILED activities that match.
             * @example {
             *       "channel": [
             *         "WHATSAPP"
             *       ]
             *     }
             */
            filter?: components["schemas"]["RedriveFilterRequest"];
            /**
             * @description Only count what would be redriven.
             * @example true
             */
            dryRun?: boolean;
            /** @description How many copies this call makes at most; 1,000 unless told. Call again while `remaining` is not 0. */
            limit?: number;
            /** @description Spreads the copies of this call over time; all are due now unless told. */
            ratePerSecond?: number;
        };
        RedriveResponse: {
            /** @description The copies, in no particular order. */
            activityIds: string[];
            /** @description How many FAILED activities were found that had not been redriven. */
            matched: number;
            /** @description How many copies were made of them; 0 in a dry run. */
            created: number;
            /** @description How many of those asked for by id had been redriven before. */
            alreadyRedriven: number;
            /** @description How many are left for further calls. */
            remaining: number;
        };
        WaitingForConfigResponse: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        WaitingForResponse: {
            /** @enum {string} */
            reason: "SCHEDULE" | "RETRY" | "IN_FLIGHT" | "PROVIDER_PAUSED" | "PROVIDER_DOWN" | "PROVIDER_MISCONFIGURED" | "RATE_LIMIT" | "TENANT_PAUSED" | "QUEUE";
            /**
             * Format: date-time
             * @description When it is next due; null where unknown.
             */
            until: string | null;
            /** @description The dispatch config that is the cause, where one is. */
            config: components["schemas"]["WaitingForConfigResponse"] | null;
        };
        ActivityDetailResponse: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "TASK" | "MESSAGE";
            /** @enum {string} */
            channel: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
            /** @enum {string} */
            status: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED";
            /** @enum {string} */
            origin: "API" | "ACTION" | "RECURRING" | "REDRIVE";
            /** @description Null for an action without a store. */
            commerceAssignment: components["schemas"]["CommerceAssignmentResponse"] | null;
            /** @description Null for a MESSAGE. */
            taskDetails: components["schemas"]["TaskDetailsResponse"] | null;
            /** Format: date-time */
            scheduledAt: string;
            targetCriteria: components["schemas"]["TargetCriterionResponse"][] | null;
            metadata: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description The dispatch config of the last attempt.
             */
            dispatchConfigId: string | null;
            /**
             * Format: date-time
             * @description When it is next tried; null when it is queued, in flight or past sending.
             */
            nextAttemptAt: string | null;
            /** @description Why its last attempt or its resolution failed. */
            lastError: components["schemas"]["LastErrorResponse"] | null;
            /**
             * Format: uuid
             * @description The FAILED activity that this one repeats.
             */
            retryOf: string | null;
            /**
             * Format: uuid
             * @description The activity whose result asked for this one.
             */
            followUpOf: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description Why a READY activity was not sent yet; null otherwise. */
            waitingFor: components["schemas"]["WaitingForResponse"] | null;
            reason: string;
            idempotencyKey: string;
            suggestedExecutionTime: string | null;
            score: number;
            userStatus: string | null;
            targetUsers: components["schemas"]["TargetUserResponse"][];
            attributes: components["schemas"]["ActivityAttributeResponse"][];
            /** @description The provider code of the last attempt. */
            provider: string | null;
            /** @description The provider's own id of it. */
            providerActivityId: string | null;
            dispatchAttemptCount: number;
        };
        StatusEventResponse: {
            /**
             * @description Null for the creation.
             * @enum {string|null}
             */
            fromStatus: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED" | null;
            /** @enum {string} */
            toStatus: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED";
            /**
             * @description Of the attempt.
             * @enum {string|null}
             */
            disposition: "ACCEPTED" | "RETRY" | "REJECTED" | "MISCONFIGURED" | "UNCERTAIN" | null;
            /** Format: date-time */
            occurredAt: string;
            /**
             * @description What caused it.
             * @example ACCEPTED
             */
            trigger: string;
            /**
             * @description Who caused it: `key:` and the visible prefix of an API key, `platform`, or `dispatcher`.
             * @example dispatcher
             */
            actor: string | null;
            /** @description The attempt that caused it. */
            attempt: number | null;
            /** @example PROVIDER_REJECTED */
            errorCode: string | null;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
            message: string | null;
        };
        AttemptResponse: {
            /** @enum {string} */
            outcome: "SUCCESS" | "FAILURE";
            /** Format: uuid */
            dispatchConfigId: string | null;
            /** Format: date-time */
            startedAt: string;
            /**
             * @description What followed from it; null for an attempt of version 0.1.
             * @enum {string|null}
             */
            disposition: "ACCEPTED" | "RETRY" | "REJECTED" | "MISCONFIGURED" | "UNCERTAIN" | null;
            /** @description From 1. */
            number: number;
            /**
             * @description False for a probe of a provider that was down and where the account was wrong: it used up no attempt, and its number
             *     is given again.
             */
            counted: boolean;
            /** @description Provider code. */
            provider: string | null;
            durationMs: number;
            httpStatus: number | null;
            /** @description One of the dispatch error codes of `docs/errors.md`; null when the provider accepted. */
            errorCode: string | null;
            /** @description The provider's own code. */
            providerErrorCode: string | null;
            message: string | null;
            providerActivityId: string | null;
            /** @description What the provider answered, cut at 20,000 characters. */
            responseBody: string | null;
        };
        AttributeResponse: {
            /** @description Any JSON value. */
            value: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @description Any JSON value. */
            fallback: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /** @enum {string} */
            strategy: "UPFRONT" | "ON_DISPATCH" | "CALLER_PROVIDED";
            /** @enum {string} */
            resolver: "INTERNAL_SERVICE" | "CLIENT_HOOK" | "CALLER_PROVIDED";
            /** @enum {string} */
            resolutionStatus: "PENDING" | "RESOLVED" | "FAILED" | "FALLBACK";
            /** Format: date-time */
            updatedAt: string;
            key: string;
            errorMessage: string | null;
        };
        RescheduleActivityRequest: {
            /**
             * Format: date-time
             * @description In the past = now.
             * @example 2026-01-31T09:30:00.000Z
             */
            scheduledAt?: string;
            score?: number;
            suggestedExecutionTime?: string | null;
        };
        AssignTargetUserRequest: {
            /**
             * Format: uuid
             * @description A user of the activity's store.
             * @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a
             */
            commerceUserId: string;
        };
        TaskResultRequest: {
            /**
             * @description The result's type code.
             * @example SALE
             */
            result?: string | null;
            comment?: string | null;
            /** @enum {string|null} */
            contactType?: "INBOUND" | "OUTBOUND" | null;
            operatorExternalId?: string | null;
            /** Format: date-time */
            futureScheduledAt?: string | null;
            /** @description Any JSON object. */
            payload?: {
                [key: string]: unknown;
            } | null;
        };
        SubmitResultRequest: {
            /** @description Any JSON value, kept verbatim. */
            rawPayload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * Format: uuid
             * @description Wins over providerActivityId.
             * @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a
             */
            activityId?: string | null;
            /** @description The id the provider gave it. */
            providerActivityId?: string | null;
            /** @description Where the result stands when no activity is found. */
            commerceExternalId?: string | null;
            /**
             * Format: date-time
             * @description Now, unless told.
             */
            occurredAt?: string | null;
            /**
             * @description PENDING changes nothing; the others are terminal.
             * @example COMPLETED
             * @enum {string}
             */
            status: "PENDING" | "COMPLETED" | "NOT_EXECUTED" | "CANCELED" | "TRANSFERRED";
            externalStatus?: string | null;
            /** @description Replace a terminal result, and with it the outcome of a final activity. */
            hardOverride?: boolean | null;
            /**
             * @example {
             *       "result": "SALE",
             *       "comment": "10 boxes"
             *     }
             */
            taskResult?: components["schemas"]["TaskResultRequest"] | null;
            /** @description Flat form of taskResult.result. */
            resultTypeCode?: string | null;
            /** @description Flat form of taskResult.comment. */
            comment?: string | null;
            /**
             * @description Flat form of taskResult.contactType.
             * @enum {string|null}
             */
            contactDirection?: "INBOUND" | "OUTBOUND" | null;
            /** @description Flat form of taskResult.operatorExternalId. */
            operatorExternalId?: string | null;
            /**
             * Format: date-time
             * @description Flat form of taskResult.futureScheduledAt.
             */
            futureScheduledAt?: string | null;
            /** @description Flat form of taskResult.payload. */
            payload?: {
                [key: string]: unknown;
            } | null;
        };
        TaskResultResponse: {
            /** @enum {string|null} */
            contactType: "INBOUND" | "OUTBOUND" | null;
            /** Format: date-time */
            futureScheduledAt: string | null;
            payload: {
                [key: string]: unknown;
            } | null;
            result: string | null;
            comment: string | null;
            operatorExternalId: string | null;
        };
        ResultResponse: {
            /** Format: uuid */
            id: string;
            /**
             * @description LINKED to an activity, or STANDALONE on a commerce.
             * @enum {string}
             */
            kind: "LINKED" | "STANDALONE";
            /**
             * @description HELD: applied once the call under way has settled. REPLACED: a later one counts.
             * @enum {string}
             */
            state: "HELD" | "APPLIED" | "REPLACED";
            /** Format: uuid */
            activityId: string | null;
            /** Format: uuid */
            commerceId: string | null;
            /** @enum {string} */
            status: "PENDING" | "COMPLETED" | "NOT_EXECUTED" | "CANCELED" | "TRANSFERRED";
            /** Format: date-time */
            occurredAt: string;
            /** @description As it was sent. */
            rawPayload: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * Format: uuid
             * @description The activity that was made because of it.
             */
            followUpActivityId: string | null;
            /** Format: date-time */
            createdAt: string;
            providerActivityId: string | null;
            externalStatus: string | null;
            hardOverride: boolean;
            taskResult: components["schemas"]["TaskResultResponse"];
        };
        BulkResultsRequest: {
            /** @description Each is checked and applied apart: a bad one is answered as invalid and rejects no other. */
            results: components["schemas"]["SubmitResultRequest"][];
        };
        BulkResultItemResponse: {
            /**
             * @description applied: taken, a PENDING one too. held: applied once the call under way has settled. standalone: on its commerce.
             * @enum {string}
             */
            status: "applied" | "held" | "standalone" | "invalid";
            result: components["schemas"]["ResultResponse"] | null;
            error: components["schemas"]["BulkErrorResponse"] | null;
            /** @description Place in the request, from 0. */
            index: number;
        };
        BulkResultsResponse: {
            /** @description One for each result of the request, in its order. */
            results: components["schemas"]["BulkResultItemResponse"][];
        };
        FieldResultRequest: {
            /** @description Any JSON value, kept verbatim. */
            rawPayload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * Format: uuid
             * @description Wins over providerActivityId.
             * @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a
             */
            activityId?: string | null;
            /** @description The id the provider gave it. */
            providerActivityId?: string | null;
            /** @description Where the result stands when no activity is found. */
            commerceExternalId?: string | null;
            /**
             * Format: date-time
             * @description Now, unless told.
             */
            occurredAt?: string | null;
            externalStatus?: string | null;
            /** @description Replace a terminal result, and with it the outcome of a final activity. */
            hardOverride?: boolean | null;
            /**
             * @example {
             *       "result": "SALE",
             *       "comment": "10 boxes"
             *     }
             */
            taskResult?: components["schemas"]["TaskResultRequest"] | null;
            /** @description Flat form of taskResult.result. */
            resultTypeCode?: string | null;
            /** @description Flat form of taskResult.comment. */
            comment?: string | null;
            /**
             * @description Flat form of taskResult.contactType.
             * @enum {string|null}
             */
            contactDirection?: "INBOUND" | "OUTBOUND" | null;
            /** @description Flat form of taskResult.operatorExternalId. */
            operatorExternalId?: string | null;
            /**
             * Format: date-time
             * @description Flat form of taskResult.futureScheduledAt.
             */
            futureScheduledAt?: string | null;
            /** @description Flat form of taskResult.payload. */
            payload?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description EFFECTIVE is kept as COMPLETED, NOT_EFFECTIVE as NOT_EXECUTED; PENDING changes nothing.
             * @example EFFECTIVE
             * @enum {string}
             */
            status: "EFFECTIVE" | "NOT_EFFECTIVE" | "PENDING";
        };
        ImportResponse: {
            created: number;
            updated: number;
            unchanged: number;
            /** @description Only with `replace`. */
            deleted: number;
        };
        EvaluatedActionRequest: {
            /** @description Any JSON value; null unless told. */
            payload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @example {
             *       "priority": "low"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            };
            id?: string;
            /** @description `default` unless told. */
            namespace?: string;
            /** @description The code of your tenant unless told. */
            tenant?: string;
            /** @example email */
            provider: string;
            /** @example send_reminder */
            actionType: string;
        };
        EvaluateRulesRequest: {
            action: components["schemas"]["EvaluatedActionRequest"];
            /**
             * Format: date-time
             * @description The moment to judge it at; now unless told.
             */
            at?: string;
            /** @description Asks disabled rules as if they were enabled. */
            includeDisabled?: boolean;
        };
        MatchedRuleResponse: {
            /** Format: uuid */
            id: string | null;
            name: string;
            priority: number;
        };
        RuleTraceResponse: {
            /** Format: uuid */
            ruleId: string | null;
            /**
             * @description FAILED: the rule could not be evaluated on this action, which counts as no match.
             * @enum {string}
             */
            outcome: "MATCHED" | "NOT_MATCHED" | "FAILED" | "DISABLED";
            verdict: {
                [key: string]: unknown;
            } | null;
            rule: string;
            priority: number;
            /** @description Why it failed. */
            error: string | null;
            /** @description The CEL expression that was evaluated. */
            expression: string;
        };
        EvaluationResponse: {
            /** @description `{ "type": "schedule", "delaySeconds": 3600 }`; allow when no rule matches. */
            verdict: {
                [key: string]: unknown;
            };
            matchedRule: components["schemas"]["MatchedRuleResponse"] | null;
            /** @description What each rule said, in the order in which they were asked, up to the first match. */
            trace: components["schemas"]["RuleTraceResponse"][];
            /** Format: date-time */
            evaluatedAt: string;
            /**
             * Format: date-time
             * @description When the action would be sent, if the verdict is to schedule it.
             */
            scheduledFor: string | null;
        };
        CreateRuleRequest: {
            /**
             * @description A condition such as `{ "field": "action.provider", "eq": "email" }`, or a CEL expression.
             * @example {
             *       "field": "action.action_type",
             *       "eq": "send_reminder"
             *     }
             */
            condition: {
                [key: string]: unknown;
            } | string;
            /**
             * @description What a match means; absent when the CEL expression itself yields the verdict.
             * @example {
             *       "type": "schedule",
             *       "delaySeconds": 3600
             *     }
             */
            action?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Unique in the tenant.
             * @example Reminders wait an hour
             */
            name: string;
            /** @description Lower first, from -1000000 to 1000000; of the same priority, by name. 0 unless told. */
            priority?: number;
            /** @description True unless told. */
            enabled?: boolean;
            /** @description IANA name of the zone that `time` is in; null: the tenant’s. */
            timezone?: string | null;
            description?: string | null;
        };
        RuleResponse: {
            /** Format: uuid */
            id: string;
            condition: {
                [key: string]: unknown;
            } | string;
            /** @description Null: the condition itself yields the verdict. */
            action: {
                [key: string]: unknown;
            } | null;
            name: string;
            priority: number;
            enabled: boolean;
            timezone: string | null;
            description: string | null;
            /** @description Goes up by one with every change. */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        RuleVersionResponse: {
            /** @enum {string} */
            change: "CREATED" | "CHANGED" | "DELETED";
            /** @description The rule as it was saved. */
            rule: {
                [key: string]: unknown;
            };
            version: number;
            /** @description `key:erk_…` or `platform`. */
            actor: string;
            /** Format: date-time */
            createdAt: string;
        };
        UpdateRuleRequest: {
            /**
             * @description A condition such as `{ "field": "action.provider", "eq": "email" }`, or a CEL expression.
             * @example {
             *       "field": "action.action_type",
             *       "eq": "send_reminder"
             *     }
             */
            condition?: {
                [key: string]: unknown;
            } | string;
            /**
             * @description What a match means; absent when the CEL expression itself yields the verdict.
             * @example {
             *       "type": "schedule",
             *       "delaySeconds": 3600
             *     }
             */
            action?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Unique in the tenant.
             * @example Reminders wait an hour
             */
            name?: string;
            /** @description Lower first, from -1000000 to 1000000; of the same priority, by name. 0 unless told. */
            priority?: number;
            /** @description True unless told. */
            enabled?: boolean;
            /** @description IANA name of the zone that `time` is in; null: the tenant’s. */
            timezone?: string | null;
            description?: string | null;
        };
        ActionRequest: {
            /**
             * @description Any JSON. The provider gets an object’s members as `attributes`, anything else as the attribute `payload`.
             * @example {
             *       "to": "ana@store.example"
             *     }
             */
            payload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description Flat, or under `labels`.
             * @example {
             *       "priority": "low"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Yours. Asked again with the same content, it answers what became of the first.
             * @example action-4711
             */
            id?: string | null;
            /**
             * @description `default` unless told.
             * @example notifications
             */
            namespace?: string | null;
            /** @description Code or id of the tenant; yours, if given. */
            tenant?: string | null;
            /**
             * @description The name of a dispatch config, or the code of a provider.
             * @example email
             */
            provider: string;
            /** @example send_reminder */
            action_type: string;
            /** @description In place of `id` as the key by which repetitions are known. */
            dedup_key?: string | null;
            /** @description Send it so much later, as far ahead as a rule may. */
            delay_seconds?: number | null;
            /**
             * Format: date-time
             * @description Send it then; in the past = now.
             */
            scheduled_at?: string | null;
            /**
             * Format: uuid
             * @description The store it is about, if any.
             */
            commerce_id?: string | null;
            /** @description In place of `commerce_id`. */
            commerce_external_id?: string | null;
        };
        ActionErrorResponse: {
            /** @description As in `docs/errors.md`. */
            code: string;
            message: string;
        };
        ScheduledActionResponse: {
            /** @description As it was sent. */
            payload: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            metadata: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "scheduled" | "in_flight" | "retrying" | "executed" | "failed" | "canceled" | "unresolved";
            /** @description Why the last attempt failed. */
            last_error: components["schemas"]["ActionErrorResponse"] | null;
            /** @description What `Scheduled` answered; also the id of the activity. */
            action_id: string;
            /** @description The caller’s own. */
            id: string | null;
            namespace: string;
            provider: string;
            action_type: string;
            dedup_key: string | null;
            /** Format: date-time */
            scheduled_for: string;
            /** @description The name of the rule that matched. */
            matched_rule: string | null;
            /** @description What that rule said; it is not asked again. */
            verdict: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            dispatched_at: string | null;
            attempts: number;
        };
        RescheduleActionRequest: {
            /**
             * Format: date-time
             * @description When to send it instead; in the past = now.
             * @example 2026-01-31T09:30:00Z
             */
            scheduled_for: string;
        };
        CreateWebhookRequest: {
            /**
             * @description Your endpoint, http or https.
             * @example https://crm.example.com/errand-events
             */
            url: string;
            /**
             * @description What it is told of.
             * @example [
             *       "activity.completed",
             *       "activity.failed"
             *     ]
             */
            events: ("activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up")[];
            /** @description False: nothing is kept for it until it is made active. True unless told. */
            isActive?: boolean;
        };
        IssuedWebhookResponse: {
            /** Format: uuid */
            id: string;
            events: ("activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up")[];
            /**
             * @description What signs the deliveries, per Standard Webhooks. It is shown this once and cannot be had again.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
            /** @example https://crm.example.com/errand-events */
            url: string;
            /** @description False: nothing new is kept for it, and what waits goes on waiting. */
            isActive: boolean;
            /**
             * Format: date-time
             * @description When the endpoint answered 410 and was made inactive for that; null otherwise.
             */
            disabledAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        WebhookResponse: {
            /** Format: uuid */
            id: string;
            events: ("activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up")[];
            /** @example https://crm.example.com/errand-events */
            url: string;
            /** @description False: nothing new is kept for it, and what waits goes on waiting. */
            isActive: boolean;
            /**
             * Format: date-time
             * @description When the endpoint answered 410 and was made inactive for that; null otherwise.
             */
            disabledAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ChangeWebhookRequest: {
            /**
             * @description Your endpoint, http or https.
             * @example https://crm.example.com/errand-events
             */
            url?: string;
            /**
             * @description What it is told of.
             * @example [
             *       "activity.completed",
             *       "activity.failed"
             *     ]
             */
            events?: ("activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up")[];
            /** @description False: nothing is kept for it until it is made active. True unless told. */
            isActive?: boolean;
        };
        WebhookDeliveryResponse: {
            /**
             * Format: uuid
             * @description Also the `id` of the event and the header `webhook-id`, the same on every attempt.
             */
            id: string;
            /** @enum {string} */
            eventType: "activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up";
            /**
             * Format: uuid
             * @description The activity or the dispatch config.
             */
            subjectId: string;
            /**
             * @description PENDING: not delivered yet. FAILED: given up; resend it.
             * @enum {string}
             */
            status: "PENDING" | "DELIVERED" | "FAILED";
            /** @description Since it came up or was resent. */
            attempts: number;
            /**
             * Format: date-time
             * @description When the last attempt began.
             */
            lastAttemptAt: string | null;
            /** @description Of the last attempt; null when it had no answer. */
            lastHttpStatus: number | null;
            /** @description Why the last attempt failed. */
            lastError: string | null;
            /**
             * Format: date-time
             * @description When it is tried next, or should have ended if it is being sent; null unless PENDING.
             */
            nextAttemptAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** Format: date-time */
            occurredAt: string;
        };
        CreateRecurringRequest: {
            /**
             * @description Any JSON. The provider gets an object’s members as `attributes`, anything else as the attribute `payload`.
             * @example {
             *       "to": "ana@store.example"
             *     }
             */
            payload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description Flat, or under `labels`.
             * @example {
             *       "priority": "low"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description `default` unless told.
             * @example notifications
             */
            namespace?: string | null;
            /** @description Code or id of the tenant; yours, if given. */
            tenant?: string | null;
            /**
             * @description The name of a dispatch config, or the code of a provider.
             * @example email
             */
            provider: string;
            /** @example send_reminder */
            action_type: string;
            /** @description In place of `id` as the key by which repetitions are known. */
            dedup_key?: string | null;
            /**
             * Format: uuid
             * @description The store it is about, if any.
             */
            commerce_id?: string | null;
            /** @description In place of `commerce_id`. */
            commerce_external_id?: string | null;
            /** @description Yours; nothing is made of them. */
            labels?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description While the activity of the occurrence before is still to be sent: `allow_all` (default) or `skip`.
             * @enum {string|null}
             */
            overlap_policy?: "allow_all" | "allow" | "skip" | "cancel_other" | null;
            /**
             * @description Of what was missed while no dispatcher ran: `fire_once` (default) the last, `skip`, or `fire_all`.
             * @enum {string|null}
             */
            missed_policy?: "fire_once" | "skip" | "fire_all" | null;
            /**
             * @description 5 fields, or 6 with the seconds first.
             * @example 0 9 * * MON-FRI
             */
            cron_expression?: string | null;
            /** @description In place of `cron_expression`. */
            cron_expr?: string | null;
            /**
             * @description IANA time zone; UTC unless told.
             * @example America/Santiago
             */
            timezone?: string | null;
            /** @example Morning reminder */
            name?: string | null;
            description?: string | null;
            /**
             * Format: date-time
             * @description No occurrence after it.
             */
            end_date?: string | null;
            /**
             * Format: date-time
             * @description In place of `end_date`.
             */
            ends_at?: string | null;
            /** @description How often it is fired at most. */
            max_executions?: number | null;
            /** @description False: paused. */
            enabled?: boolean | null;
        };
        RecurringActionResponse: {
            /**
             * @description `completed`: no further occurrence, since its end has come or it was executed often enough.
             * @enum {string}
             */
            status: "active" | "paused" | "completed";
            /** @description As it was sent. */
            payload: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            metadata: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            overlap_policy: "allow_all" | "skip";
            /** @enum {string} */
            missed_policy: "fire_once" | "skip" | "fire_all";
            labels: {
                [key: string]: unknown;
            };
            id: string;
            name: string | null;
            /**
             * Format: date-time
             * @description Null unless it is active.
             */
            next_execution_at: string | null;
            namespace: string;
            /** @description Code of the tenant. */
            tenant: string;
            provider: string;
            action_type: string;
            dedup_key: string | null;
            commerce_id: string | null;
            commerce_external_id: string | null;
            cron_expr: string;
            timezone: string;
            /** @description False while it is paused. */
            enabled: boolean;
            /** Format: date-time */
            ends_at: string | null;
            max_executions: number | null;
            description: string | null;
            /**
             * Format: date-time
             * @description The time of the last occurrence that was fired in its turn.
             */
            last_executed_at: string | null;
            /** @description How often it was fired in its turn. */
            execution_count: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @description False while scheduled actions are switched off: occurrences are stored but not sent. */
            dispatching: boolean;
            /** @description Says so in words. */
            warning: string | null;
        };
        RecurringListResponse: {
            recurring_actions: components["schemas"]["RecurringActionResponse"][];
            /** @description How many match, on this page and others. */
            count: number;
        };
        ChangeRecurringRequest: {
            /**
             * @description Any JSON. The provider gets an object’s members as `attributes`, anything else as the attribute `payload`.
             * @example {
             *       "to": "ana@store.example"
             *     }
             */
            payload?: (string | number | boolean | {
                [key: string]: unknown;
            } | unknown[]) | null;
            /**
             * @description Flat, or under `labels`.
             * @example {
             *       "priority": "low"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description `default` unless told.
             * @example notifications
             */
            namespace?: string | null;
            /** @description Code or id of the tenant; yours, if given. */
            tenant?: string | null;
            /**
             * @description The name of a dispatch config, or the code of a provider.
             * @example email
             */
            provider?: string;
            /** @example send_reminder */
            action_type?: string;
            /** @description In place of `id` as the key by which repetitions are known. */
            dedup_key?: string | null;
            /**
             * Format: uuid
             * @description The store it is about, if any.
             */
            commerce_id?: string | null;
            /** @description In place of `commerce_id`. */
            commerce_external_id?: string | null;
            /** @description Yours; nothing is made of them. */
            labels?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description While the activity of the occurrence before is still to be sent: `allow_all` (default) or `skip`.
             * @enum {string|null}
             */
            overlap_policy?: "allow_all" | "allow" | "skip" | "cancel_other" | null;
            /**
             * @description Of what was missed while no dispatcher ran: `fire_once` (default) the last, `skip`, or `fire_all`.
             * @enum {string|null}
             */
            missed_policy?: "fire_once" | "skip" | "fire_all" | null;
            /**
             * @description 5 fields, or 6 with the seconds first.
             * @example 0 9 * * MON-FRI
             */
            cron_expression?: string | null;
            /** @description In place of `cron_expression`. */
            cron_expr?: string | null;
            /**
             * @description IANA time zone; UTC unless told.
             * @example America/Santiago
             */
            timezone?: string | null;
            /** @example Morning reminder */
            name?: string | null;
            description?: string | null;
            /**
             * Format: date-time
             * @description No occurrence after it.
             */
            end_date?: string | null;
            /**
             * Format: date-time
             * @description In place of `end_date`.
             */
            ends_at?: string | null;
            /** @description How often it is fired at most. */
            max_executions?: number | null;
            /** @description False: paused. */
            enabled?: boolean | null;
        };
        RecurringScopeRequest: {
            namespace?: string | null;
            /** @description Code or id of the tenant. */
            tenant?: string | null;
        };
        BackfillRequest: {
            namespace?: string | null;
            /** @description Code or id of the tenant. */
            tenant?: string | null;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Included, as `from` is; what is still to come is left to its time.
             * @example 2026-01-02T00:00:00Z
             */
            to: string;
            /** @default 100 */
            limit?: number;
        };
        OccurrenceResponse: {
            /**
             * @description Fired in its turn, or later by a backfill.
             * @enum {string}
             */
            kind: "scheduled" | "backfill";
            /**
             * @description `fired`: an activity was made of it.
             * @enum {string}
             */
            status: "fired" | "skipped";
            /**
             * @description Why it was skipped.
             * @enum {string|null}
             */
            reason: "overlap" | "missed" | "duplicate" | "provider_not_found" | "commerce_not_found" | "invalid" | null;
            /** Format: date-time */
            scheduled_for: string;
            activity_id: string | null;
            /** Format: date-time */
            created_at: string;
        };
        BackfillResponse: {
            recurring_id: string;
            /** @description How many activities were made. */
            created: number;
            /** @description How many of the window had been fired before. */
            existing: number;
            /**
             * Format: date-time
             * @description Where to go on, when the limit has left some of the window out.
             */
            next_from: string | null;
            /** @description What became of those that had not been fired, oldest first. */
            occurrences: components["schemas"]["OccurrenceResponse"][];
        };
        OccurrenceViewResponse: {
            /**
             * @description Fired in its turn, or later by a backfill.
             * @enum {string}
             */
            kind: "scheduled" | "backfill";
            /**
             * @description `fired`: an activity was made of it.
             * @enum {string}
             */
            status: "fired" | "skipped";
            /**
             * @description Why it was skipped.
             * @enum {string|null}
             */
            reason: "overlap" | "missed" | "duplicate" | "provider_not_found" | "commerce_not_found" | "invalid" | null;
            /**
             * @description How far the activity is; null where there is none any more.
             * @enum {string|null}
             */
            activity_status: "READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED" | null;
            /** Format: date-time */
            scheduled_for: string;
            activity_id: string | null;
            /** Format: date-time */
            created_at: string;
        };
        OccurrenceListResponse: {
            /** @description Latest first. */
            occurrences: components["schemas"]["OccurrenceViewResponse"][];
            /** @description How many there are, on this page and others. */
            count: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveResponse"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyResponse"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotReadyResponse"];
                };
            };
        };
    };
    Metrics_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    Tenants_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TenantResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Tenants_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "acme",
                 *       "name": "Acme Foods"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTenantRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Tenants_me: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Tenants_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Tenants_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme Foods"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeTenantRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ApiKeys_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiKeyResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ApiKeys_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "order system",
                 *       "permissions": [
                 *         "VIEW_ACTIVITIES"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ApiKeys_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ApiKeys_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_list: {
        parameters: {
            query?: {
                channel?: "SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH";
                providerCode?: string;
                isActive?: boolean;
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DispatchConfigResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "yom-visits",
                 *       "providerCode": "YOM",
                 *       "channel": "SALESMAN",
                 *       "baseUrl": "https://api.provider.example",
                 *       "credentials": {
                 *         "apiKey": "key-from-the-provider"
                 *       },
                 *       "settings": {}
                 *     }
                 */
                "application/json": components["schemas"]["CreateDispatchConfigRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchConfigResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchConfigDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_delete: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "yom-visits",
                 *       "providerCode": "YOM",
                 *       "baseUrl": "https://api.provider.example",
                 *       "credentials": {
                 *         "apiKey": "key-from-the-provider"
                 *       },
                 *       "settings": {}
                 *     }
                 */
                "application/json": components["schemas"]["ChangeDispatchConfigRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchConfigResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchConfigs_probe: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProbeResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchProviders_list: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DispatchProviderResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    DispatchProviders_channelDefinitions: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ChannelDefinitionResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                isActive?: boolean;
                externalId?: string;
                /** @description Part of the name, the externalId or (commerces) the taxId, in any case. */
                search?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CommerceResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "users": [
                 *         {
                 *           "firstName": "Ana",
                 *           "roles": [
                 *             "OWNER"
                 *           ],
                 *           "contacts": [
                 *             {
                 *               "type": "EMAIL",
                 *               "value": "ana@store.example"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "externalId": "STORE-2",
                 *       "name": "Corner Store"
                 *     }
                 */
                "application/json": components["schemas"]["CreateCommerceRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "STORE-2",
                 *       "name": "Corner Store"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateCommerceRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Commerces_sync: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "users": [
                 *             {
                 *               "firstName": "Ana",
                 *               "roles": [
                 *                 "OWNER"
                 *               ],
                 *               "contacts": [
                 *                 {
                 *                   "type": "EMAIL",
                 *                   "value": "ana@store.example"
                 *                 }
                 *               ]
                 *             }
                 *           ],
                 *           "externalId": "STORE-2",
                 *           "name": "Corner Store"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SyncCommercesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CommerceUserResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "contacts": [
                 *         {
                 *           "type": "WHATSAPP",
                 *           "value": "+56 9 1234 5678",
                 *           "isPrimary": true
                 *         }
                 *       ],
                 *       "firstName": "Ana",
                 *       "lastName": "Rojas",
                 *       "roles": [
                 *         "OWNER"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateCommerceUserRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceUserResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceUserResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceUsers_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstName": "Ana",
                 *       "lastName": "Rojas",
                 *       "roles": [
                 *         "OWNER"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateCommerceUserRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommerceUserResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceContacts_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "EMAIL",
                 *       "value": "owner@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["CreateContactRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceContacts_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
                userId: string;
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CommerceContacts_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
                userId: string;
                contactId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": "owner@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateContactRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_list: {
        parameters: {
            query?: {
                type?: "SALESMAN" | "ACTIVATOR" | "CALLCENTER";
                isActive?: boolean;
                externalId?: string;
                /** @description Part of the name, the externalId or (commerces) the taxId, in any case. */
                search?: string;
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["OperatorResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "OP-2",
                 *       "type": "SALESMAN",
                 *       "name": "Ana Rojas",
                 *       "email": "ana@example.com",
                 *       "phone": "+56 9 1234 5678"
                 *     }
                 */
                "application/json": components["schemas"]["CreateOperatorRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "OP-2",
                 *       "name": "Ana Rojas",
                 *       "email": "ana@example.com",
                 *       "phone": "+56 9 1234 5678"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateOperatorRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperatorResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Operators_sync: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "externalId": "OP-2",
                 *           "type": "SALESMAN",
                 *           "name": "Ana Rojas",
                 *           "email": "ana@example.com",
                 *           "phone": "+56 9 1234 5678"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SyncOperatorsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                isActive?: boolean;
                externalId?: string;
                /** @description Part of the name, the externalId or (commerces) the taxId, in any case. */
                search?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RouteResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ROUTE-2",
                 *       "name": "North"
                 *     }
                 */
                "application/json": components["schemas"]["CreateRouteRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "externalId": "ROUTE-2",
                 *       "name": "North"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateRouteRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Routes_sync: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "externalId": "ROUTE-2",
                 *           "name": "North"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SyncRoutesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    RouteOperators_assign: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operatorId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                 *       "role": "LEAD"
                 *     }
                 */
                "application/json": components["schemas"]["AssignOperatorRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteOperatorResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    RouteOperators_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
                operatorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributeKeys_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AttributeKeyResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributeKeys_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "favorite_product",
                 *       "label": "Favorite product"
                 *     }
                 */
                "application/json": components["schemas"]["CreateAttributeKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributeKeys_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributeKeys_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Favorite product"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateAttributeKeyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeKeyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributePolicies_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AttributePolicyResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributePolicies_save: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "favorite_product",
                 *       "strategy": "UPFRONT",
                 *       "resolver": "INTERNAL_SERVICE"
                 *     }
                 */
                "application/json": components["schemas"]["SaveAttributePolicyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributePolicyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributePolicies_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributePolicyResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    AttributePolicies_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ResultTypeResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "COME_BACK",
                 *       "label": "Come back another day"
                 *     }
                 */
                "application/json": components["schemas"]["CreateResultTypeRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultTypeResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultTypeResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ResultTypes_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Come back another day"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateResultTypeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultTypeResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TargetResolutionConfigResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "criteria": [
                 *         {
                 *           "type": "ROLE_MATCH",
                 *           "config": {
                 *             "role": "ORDERS"
                 *           },
                 *           "priority": 0
                 *         }
                 *       ],
                 *       "strategy": "ON_CREATION"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTargetResolutionConfigRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetResolutionConfigResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetResolutionConfigResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    TargetResolutionConfigs_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "criteria": [
                 *         {
                 *           "type": "ROLE_MATCH",
                 *           "config": {
                 *             "role": "ORDERS"
                 *           },
                 *           "priority": 0
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateTargetResolutionConfigRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetResolutionConfigResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_list: {
        parameters: {
            query?: {
                status?: ("READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED")[];
                type?: ("TASK" | "MESSAGE")[];
                channel?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[];
                commerceId?: string;
                /** @description Code of the provider that was tried last. */
                provider?: string;
                origin?: ("API" | "ACTION" | "RECURRING" | "REDRIVE")[];
                scheduledFrom?: string;
                scheduledTo?: string;
                createdFrom?: string;
                createdTo?: string;
                /** @description Part of the reason, the idempotency key, the store's name or external id, or the provider's id. */
                search?: string;
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ActivityResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CreateActivities_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description In place of the field `idempotencyKey`. */
                "idempotency-key"?: string;
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "MESSAGE",
                 *       "reason": "send_reminder",
                 *       "channel": "WHATSAPP",
                 *       "commerceExternalId": "STORE-1",
                 *       "idempotencyKey": "order-4711-reminder",
                 *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                 *       "suggestedExecutionTime": "10:30",
                 *       "attributes": [
                 *         {
                 *           "key": "discount",
                 *           "value": "15%"
                 *         }
                 *       ],
                 *       "metadata": {
                 *         "campaign": "spring"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CreateActivityRequest"];
            };
        };
        responses: {
            /** @description It was created before with this key. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityResponse"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unprocessable Entity: `IDEMPOTENCY_KEY_REUSED` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CreateActivities_createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description In place of the field `idempotencyKey`. */
                "idempotency-key"?: string;
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "send_reminder",
                 *       "channel": "WHATSAPP",
                 *       "commerceExternalId": "STORE-1",
                 *       "idempotencyKey": "order-4711-reminder",
                 *       "scheduledAt": "2026-01-31T09:30:00.000Z",
                 *       "suggestedExecutionTime": "10:30",
                 *       "attributes": [
                 *         {
                 *           "key": "discount",
                 *           "value": "15%"
                 *         }
                 *       ],
                 *       "metadata": {
                 *         "campaign": "spring"
                 *       },
                 *       "assignedRouteId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                 *       "assignedOperatorId": "019c2f4e-7a10-7d02-8b61-5e2d7c9f0a1b"
                 *     }
                 */
                "application/json": components["schemas"]["CreateTaskRequest"];
            };
        };
        responses: {
            /** @description It was created before with this key. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityResponse"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unprocessable Entity: `IDEMPOTENCY_KEY_REUSED` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    CreateActivities_createMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "activities": [
                 *         {
                 *           "type": "MESSAGE",
                 *           "reason": "send_reminder",
                 *           "channel": "WHATSAPP",
                 *           "commerceExternalId": "STORE-1",
                 *           "idempotencyKey": "order-4711-reminder",
                 *           "scheduledAt": "2026-01-31T09:30:00.000Z",
                 *           "suggestedExecutionTime": "10:30",
                 *           "attributes": [
                 *             {
                 *               "key": "discount",
                 *               "value": "15%"
                 *             }
                 *           ],
                 *           "metadata": {
                 *             "campaign": "spring"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BulkCreateRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCreateResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_redrive: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "provider": "MOCK"
                 *       },
                 *       "dryRun": true
                 *     }
                 */
                "application/json": components["schemas"]["RedriveRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedriveResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_reschedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scheduledAt": "2026-01-31T09:30:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["RescheduleActivityRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_statusEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StatusEventResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_attempts: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AttemptResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_attributes: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AttributeResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_targetUsers: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TargetUserResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_retryResolution: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityDetailResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_assignTargetUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
                targetUserId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "commerceUserId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a"
                 *     }
                 */
                "application/json": components["schemas"]["AssignTargetUserRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TargetUserResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_dispatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Service Unavailable: `NOT_READY` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Activities_dispatchTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Service Unavailable: `NOT_READY` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                activityId?: string;
                commerceId?: string;
                status?: ("PENDING" | "COMPLETED" | "NOT_EXECUTED" | "CANCELED" | "TRANSFERRED")[];
                kind?: "LINKED" | "STANDALONE";
                /** @description The id the provider gave the activity, as the result named it. */
                providerActivityId?: string;
                occurredFrom?: string;
                occurredTo?: string;
                createdFrom?: string;
                createdTo?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ResultResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "activityId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                 *       "status": "COMPLETED",
                 *       "taskResult": {
                 *         "result": "SALE"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubmitResultRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_submitForTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "activityId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                 *       "status": "COMPLETED",
                 *       "taskResult": {
                 *         "result": "SALE"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SubmitResultRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_submitMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "results": [
                 *         {
                 *           "activityId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                 *           "status": "COMPLETED",
                 *           "taskResult": {
                 *             "result": "SALE"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BulkResultsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkResultsResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Results_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Integration_tasks: {
        parameters: {
            query?: {
                commerceId?: string;
                channel?: ("SALESMAN" | "CALLCENTER" | "WHATSAPP" | "EMAIL" | "SMS" | "PUSH")[];
                status?: ("READY" | "UNRESOLVED" | "DISPATCHED" | "COMPLETED" | "CANCELED" | "FAILED")[];
                scheduledFrom?: string;
                scheduledTo?: string;
                operatorId?: string;
                operatorExternalId?: string;
                commerceExternalId?: string;
                /** @description Only tasks that changed then or later; give a minute before your last poll, a task may come twice. */
                updatedSince?: string;
                /** @description How many tasks at most. */
                limit?: number;
                /** @description The `nextCursor` of the answer before, with the same filters. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ActivityResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Integration_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "activityId": "019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a",
                 *       "taskResult": {
                 *         "result": "SALE"
                 *       },
                 *       "status": "EFFECTIVE"
                 *     }
                 */
                "application/json": components["schemas"]["FieldResultRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Integration_resultTypes: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ResultTypeResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    RuleFiles_import: {
        parameters: {
            query?: {
                /** @description Deletes the rules that are not in the file; false unless told. */
                replace?: boolean;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/yaml": string;
                "multipart/form-data": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    RuleFiles_export: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Evaluations_evaluate: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": {
                 *         "metadata": {
                 *           "priority": "low"
                 *         },
                 *         "provider": "email",
                 *         "actionType": "send_reminder"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EvaluateRulesRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                enabled?: boolean;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RuleResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "condition": {
                 *         "field": "action.action_type",
                 *         "eq": "send_reminder"
                 *       },
                 *       "action": {
                 *         "type": "schedule",
                 *         "delaySeconds": 3600
                 *       },
                 *       "name": "Reminders wait an hour"
                 *     }
                 */
                "application/json": components["schemas"]["CreateRuleRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "condition": {
                 *         "field": "action.action_type",
                 *         "eq": "send_reminder"
                 *       },
                 *       "action": {
                 *         "type": "schedule",
                 *         "delaySeconds": 3600
                 *       },
                 *       "name": "Reminders wait an hour"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateRuleRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Rules_versions: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleVersionResponse"][];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Actions_dispatch: {
        parameters: {
            query?: {
                /** @description Only say what the rules would make of it. */
                dry_run?: boolean;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": {
                 *         "to": "ana@store.example"
                 *       },
                 *       "metadata": {
                 *         "priority": "low"
                 *       },
                 *       "id": "action-4711",
                 *       "namespace": "notifications",
                 *       "provider": "email",
                 *       "action_type": "send_reminder"
                 *     }
                 */
                "application/json": components["schemas"]["ActionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unprocessable Entity: `IDEMPOTENCY_KEY_REUSED` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Actions_dispatchMany: {
        parameters: {
            query?: {
                /** @description Only say what the rules would make of it. */
                dry_run?: boolean;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Or `{"actions": […]}`. */
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "payload": {
                 *           "to": "ana@store.example"
                 *         },
                 *         "metadata": {
                 *           "priority": "low"
                 *         },
                 *         "id": "action-4711",
                 *         "namespace": "notifications",
                 *         "provider": "email",
                 *         "action_type": "send_reminder"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["ActionRequest"][];
            };
        };
        responses: {
            /** @description One for each action in its order: an outcome, or `{"error": {code, message, retryable}}`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    }[];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Payload Too Large: `PAYLOAD_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unsupported Media Type: `UNSUPPORTED_MEDIA_TYPE` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
                status?: ("scheduled" | "in_flight" | "retrying" | "executed" | "failed" | "canceled" | "unresolved")[];
                namespace?: string;
                provider?: string;
                action_type?: string;
                scheduled_from?: string;
                scheduled_to?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ScheduledActionResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_reschedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scheduled_for": "2026-01-31T09:30:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["RescheduleActionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    ScheduledActions_fire: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Too Many Requests: `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Service Unavailable: `NOT_READY` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_list: {
        parameters: {
            query?: {
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://crm.example.com/errand-events",
                 *       "events": [
                 *         "activity.completed",
                 *         "activity.failed"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateWebhookRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedWebhookResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_get: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://crm.example.com/errand-events",
                 *       "events": [
                 *         "activity.completed",
                 *         "activity.failed"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChangeWebhookRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Webhooks_rotateSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedWebhookResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Deliveries_list: {
        parameters: {
            query?: {
                status?: "PENDING" | "DELIVERED" | "FAILED";
                eventType?: "activity.created" | "activity.unresolved" | "activity.dispatched" | "activity.completed" | "activity.failed" | "activity.canceled" | "dispatch_config.down" | "dispatch_config.up";
                /** @description For people: which page, from 1. Not together with `cursor`. */
                page?: number;
                /** @description How many items at most. */
                perPage?: number;
                /** @description For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
                cursor?: string;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDeliveryResponse"][];
                        meta: components["schemas"]["PageMetaResponse"];
                        /** @description Ask for it as `cursor`; null at the end. */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Deliveries_resend: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_list: {
        parameters: {
            query?: {
                status?: "active" | "paused" | "completed";
                limit?: number;
                offset?: number;
                namespace?: string | null;
                /** @description Code or id of the tenant. */
                tenant?: string | null;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringListResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": {
                 *         "to": "ana@store.example"
                 *       },
                 *       "metadata": {
                 *         "priority": "low"
                 *       },
                 *       "namespace": "notifications",
                 *       "provider": "email",
                 *       "action_type": "send_reminder",
                 *       "cron_expression": "0 9 * * MON-FRI",
                 *       "timezone": "America/Santiago",
                 *       "name": "Morning reminder"
                 *     }
                 */
                "application/json": components["schemas"]["CreateRecurringRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_get: {
        parameters: {
            query?: {
                namespace?: string | null;
                /** @description Code or id of the tenant. */
                tenant?: string | null;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": {
                 *         "to": "ana@store.example"
                 *       },
                 *       "metadata": {
                 *         "priority": "low"
                 *       },
                 *       "namespace": "notifications",
                 *       "provider": "email",
                 *       "action_type": "send_reminder",
                 *       "cron_expression": "0 9 * * MON-FRI",
                 *       "timezone": "America/Santiago",
                 *       "name": "Morning reminder"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeRecurringRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_remove: {
        parameters: {
            query?: {
                namespace?: string | null;
                /** @description Code or id of the tenant. */
                tenant?: string | null;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "payload": {
                 *         "to": "ana@store.example"
                 *       },
                 *       "metadata": {
                 *         "priority": "low"
                 *       },
                 *       "namespace": "notifications",
                 *       "provider": "email",
                 *       "action_type": "send_reminder",
                 *       "cron_expression": "0 9 * * MON-FRI",
                 *       "timezone": "America/Santiago",
                 *       "name": "Morning reminder"
                 *     }
                 */
                "application/json": components["schemas"]["ChangeRecurringRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_pause: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RecurringScopeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_resume: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RecurringScopeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurringActionResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_backfill: {
        parameters: {
            query?: never;
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-01-01T00:00:00Z",
                 *       "to": "2026-01-02T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["BackfillRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackfillResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Conflict: `CONFLICT`, `INVALID_TRANSITION`, `IN_FLIGHT`, `RESOLUTION_FAILED`, `NOT_DISPATCHED`, `RESULT_ALREADY_FINAL`, `TENANT_PAUSED`, `PROVIDER_PAUSED`, `PROVIDER_DOWN`, `PROVIDER_MISCONFIGURED`, `INVALID_STATE`, `LIMIT_REACHED`, `SUPPRESSED_BY_RULE` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
    Recurring_history: {
        parameters: {
            query?: {
                namespace?: string | null;
                /** @description Code or id of the tenant. */
                tenant?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: {
                /** @description With the platform key: id or code of the tenant to act in. */
                "x-tenant-id"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OccurrenceListResponse"];
                };
            };
            /** @description Bad Request: `VALIDATION_FAILED`, `MALFORMED_JSON`, `INVALID_CURSOR`, `INVALID_RULE`, `BLOCKED_ADDRESS` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Unauthorized: `UNAUTHENTICATED` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Forbidden: `FORBIDDEN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
            /** @description Not Found: `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemResponse"];
                };
            };
        };
    };
}
